### Files: attached to a record of one's own, given out to whoever may read them.
### Keys of this file begin with file-.

file-files = Files
file-attach = Attach a file
file-none = No file is attached.
file-none-why = A scan, the text of a law, a table: attached here, it is a draft of your delegation until you share it.
file-size = Size
file-size-kb = { $count } KB
file-size-mb = { $count } MB
file-name = File name
file-media = Format
file-language = Language
file-belongs-to = Belongs to
file-download = Download
file-download-what = Download { $name } ({ $media }, { $size })
file-sha = SHA-256 of its bytes
file-media-pdf = PDF
file-media-docx = Word (DOCX)
file-media-xlsx = Excel (XLSX)
file-media-pptx = PowerPoint (PPTX)
file-media-odt = OpenDocument text (ODT)
file-media-ods = OpenDocument spreadsheet (ODS)
file-media-png = PNG picture
file-media-jpg = JPEG picture
file-media-tif = TIFF picture

## Attaching

file-title = Files: { $record }
file-lede = What is attached to it, and the form to attach another file.
file-never-title = Never enter
file-never = What is classified. Where sensitive materials are kept, how much of them, by which routes and when they are moved, how sites are guarded and where they are vulnerable. How a weapon or its means of delivery is made. Personal data that is not needed.
file-never-where = What is restricted stays on your State’s own installation, unless your clearance list says otherwise. What was entered by mistake is erased on the page of the record’s history.
file-who-own = { $name }: people of its own delegation will read this file. Nobody else, until you share it.
file-who-agency = People of { $agencies } and the coordinators of { $name } will read this file. Nobody else, until your coordinator shares it.
file-who-inside = { $name }: people of its own delegation will read this file, and it is never shared: it shows how you decide.
file-who-others = Not even those who read the record to which it belongs: { $readers }.
file-what = What the file is called
file-what-hint = As it should stand in lists. It can be put in other languages later.
file-which = The file
file-which-hint = PDF, DOCX, XLSX, PPTX, ODT, ODS, PNG, JPEG or TIFF, without macros, up to { $limit } MB.
file-language-hint = Two letters, such as ru, en, ky. Leave it empty for a picture.
file-again = Choose the file again: a browser does not keep it.
file-marking-hint = Its marking, if it has one, is put on the page of the file.
file-do = Attach it
file-error-title = Say what the file is called.
file-error-none = Choose a file.
file-error-interrupted = The file did not arrive whole. Nothing of it was kept. Send it again.
file-said-attached = The file is attached. Your own delegation reads it.
