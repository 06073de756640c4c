### Удаление того, чего не следовало вносить, отовсюду, куда оно попало, и акт об этом.
### Ключи этого файла начинаются с erasure-.

erasure-link = Стереть…
erasure-title = Стереть: { $record }
erasure-lede = Для того, чего не следовало вносить, и для персональных данных. Содержание сразу и навсегда удаляется с этой установки и с каждой установки, которая его получила. Его хеш остаётся, и цепочка цела.
erasure-what = Что стирается
erasure-version = Редакция { $number }, { $date }
erasure-read-by = Читают: { $readers }
erasure-files = А также приложенные файлы
erasure-file = { $name } ({ $count ->
    [one] { $count } редакция
    [few] { $count } редакции
   *[many] { $count } редакций
})
erasure-nothing = Стирать больше нечего
erasure-nothing-why = Все редакции этого документа уже отозваны или стёрты.
erasure-ground = Основание
erasure-ground-spill = Внесено то, чего вносить не следовало
erasure-ground-personal-data = В нём есть персональные данные
erasure-reach = Чего это не достигает
erasure-reach-copies = Резервных копий, распечаток и скачанных файлов; прочитанное нельзя сделать непрочитанным. В акте указано, что надо сделать вручную.
erasure-reach-records = Других документов, где стоят те же слова. О нём говорится здесь:
erasure-reach-words = Если вы писали то же самое в другом месте, сотрите и там.
erasure-confirm = Прочитано. Отмеченное стереть; вернуть его нельзя.
erasure-again = Пароль был указан давно. Укажите его ещё раз; вы вернётесь на эту страницу.
erasure-do = Стереть навсегда
erasure-error-what = Отметьте, что следует стереть.
erasure-error-ground = Укажите основание.
erasure-error-confirm = Подтвердите, что это надо стереть навсегда.
erasure-said = Стёрто. Ниже — акт.

## Акт

erasure-certificate = Акт об удалении сведений
erasure-certificate-lede = Для ответственного за защиту сведений. На печать выводится только лист ниже.
erasure-exercise = УЧЕНИЕ. Вымышлено для обучения; действительного удаления не было.
erasure-number = №
erasure-when = Удалены
erasure-by = Кем
erasure-by-role = { $name }, { $role }
erasure-installation = На установке
erasure-kind = Документ
erasure-content = Содержание (SHA-256 с солью)
erasure-from-until = с { $from } по { $until }
erasure-went = Куда попало
erasure-went-reader = { $readers }, с { $date }
erasure-went-withdrawn = { $readers }, с { $date }, ранее отозвано
erasure-went-nobody = За пределы своей делегации не выходило.
erasure-gone-here = С этой установки
erasure-gone-here-what = Содержание удалено из базы данных и её журнала записи (с перезаписью), из памяти и из поискового указателя. Файлы перезаписаны и удалены.
erasure-gone-elsewhere = С других установок
erasure-gone-elsewhere-what = Эта установка пакетов не отправляла: от неё содержания никто не получил, и квитанций нет. Если пакет будет отправлен позднее, в нём будет сведение об удалении, но не содержание.
erasure-not-reached = Не достигнуто
erasure-not-reached-backups = Резервные копии, сделанные с { $from } по { $until }: подлежат уничтожению, а после восстановления из такой копии удаление следует повторить.
erasure-not-reached-paper = Распечатки и копии, сделанные читателями.
erasure-not-reached-people = Те, кто это прочёл.
erasure-not-reached-disk = То, что диск хранит из перезаписанных байтов: для твердотельных дисков надёжно только шифрование всего диска.
erasure-verify = При проверке средствами программы (verify) содержание считается стёртым, и всё остальное сходится.
erasure-signature = Подпись
erasure-officer = Ответственный за защиту сведений
erasure-coordinator = Координатор
