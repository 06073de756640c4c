### A spill: erasing what never should have been entered, everywhere it went, and the certificate.
### Keys of this file begin with erasure-.

erasure-link = Erase…
erasure-title = Erase: { $record }
erasure-lede = For what never should have been entered, and for personal data. The content goes from this installation at once and for good, and from every installation that received it. Its hash stays, so that the chain still holds.
erasure-what = What is erased
erasure-version = Version { $number }, { $date }
erasure-read-by = Read by: { $readers }
erasure-files = And the files attached to it
erasure-file = { $name } ({ $count ->
    [one] { $count } version
   *[other] { $count } versions
})
erasure-nothing = Nothing is left to erase
erasure-nothing-why = Every version of this record was withdrawn or erased already.
erasure-ground = Why
erasure-ground-spill = Something was entered that never should have been
erasure-ground-personal-data = It holds personal data
erasure-reach = What it does not reach
erasure-reach-copies = Backups, printouts and downloaded files; and nobody can un-read what he has read. The certificate names what is to be done by hand.
erasure-reach-records = Other records in which the same words stand. These speak of it:
erasure-reach-words = If you wrote the same elsewhere, erase it there too.
erasure-confirm = I have read this. What is ticked is to be erased; it cannot be brought back.
erasure-again = Your password was given some time ago. Give it again; you come back to this page.
erasure-do = Erase it for good
erasure-error-what = Tick what is to be erased.
erasure-error-ground = Say why.
erasure-error-confirm = Confirm that it is to be erased for good.
erasure-said = Erased. This is the certificate.

## The certificate

erasure-certificate = Certificate of erasure
erasure-certificate-lede = For the security officer. What is printed is the sheet below and nothing else.
erasure-exercise = EXERCISE. Invented for training; no real erasure.
erasure-number = No.
erasure-when = Erased on
erasure-by = By
erasure-by-role = { $name }, { $role }
erasure-installation = On the installation
erasure-kind = Record
erasure-content = Content (SHA-256, salted)
erasure-from-until = from { $from } until { $until }
erasure-went = Where it had gone
erasure-went-reader = { $readers }, since { $date }
erasure-went-withdrawn = { $readers }, since { $date }, withdrawn before
erasure-went-nobody = Nobody outside the own delegation.
erasure-gone-here = From this installation
erasure-gone-here-what = The content is gone from the database and its log (overwritten), from memory and from the index of search. Files are overwritten and removed.
erasure-gone-elsewhere = From other installations
erasure-gone-elsewhere-what = This installation has sent no packets: none has received the content from it, and there are no receipts. Where a packet is sent later, it carries the erasure and not the content.
erasure-not-reached = Not reached
erasure-not-reached-backups = Backups made from { $from } until { $until }: to be destroyed, or this erasure to be repeated after one is restored.
erasure-not-reached-paper = Printouts and copies that its readers made.
erasure-not-reached-people = Whoever read it.
erasure-not-reached-disk = What a disk keeps of overwritten bytes: on solid-state disks only encryption of the whole disk is sure.
erasure-verify = The program’s own check (verify) counts the content as erased, and finds nothing broken.
erasure-signature = Signature
erasure-officer = Security officer
erasure-coordinator = Coordinator
