### Что говорит командная строка. Ключи этого файла начинаются с cli-.

## Запуск и остановка
cli-made = Новая установка создана в { $data }.
cli-archive = Архив: { $done ->
    [one] внесено { $done } действие
    [few] внесено { $done } действия
   *[many] внесено { $done } действий
}, ранее внесено { $before }.
cli-listening = Tamga отвечает по адресу { $address } (остановка: Ctrl-C).
cli-stopped = Работа остановлена. Всё подтверждённое записано на диск.
cli-reading = Чтение журнала: { $count }

## Действия и просмотр
cli-acts-done = { $done ->
    [one] Внесено { $done } действие
    [few] Внесено { $done } действия
   *[many] Внесено { $done } действий
}; ранее внесено { $before }.
cli-act-refused = Действие { $number } не внесено: { $reason } Поле: { $field }. Предшествующие действия внесены.
cli-act-failed = Действие { $number } внести не удалось: { $reason }
cli-file-unreadable = Файл { $file } не читается: { $reason }
cli-file-form = { $file } не является файлом действий. Его форма: { $form }.
cli-no-editor = У этой установки нет редактора, поэтому открытые сведения из командной строки внести нельзя.
cli-no-page = По адресу { $address } нет ничего, что открыто для всех.

## Проверка
cli-verify-counts = Записей журнала: { $entries }, редакций: { $versions }, стёрто: { $erased }, расхождений ветвей: { $forks }. Конец журнала { $head }
cli-verify-good = Всё сходится: каждая запись, каждая цепочка, журнал и его контрольные точки.
cli-verify-bad = { $count ->
    [one] Не сходится { $count } место:
    [few] Не сходятся { $count } места:
   *[many] Не сходятся { $count } мест:
}
cli-verify-entry = строка { $n }: такая запись не была бы принята: { $reason }
cli-verify-gap = строки { $expected } нет; за ней следует { $found }
cli-verify-chain = строка { $n }: цепочка журнала через неё не проходит
cli-verify-seen = строка { $n }: часы узла идут назад
cli-verify-lost = строка { $n }: содержание утрачено, а записи о стирании нет
cli-verify-not-erased = содержание { $content } стёрто, но его байты сохранились
cli-verify-checkpoint = контрольная точка { $n }: расходится с журналом или неверно подписана
cli-verify-column = строка { $n }: столбец { $column } расходится с байтами записи
cli-verify-no-checkpoint = конец журнала не покрыт контрольной точкой
cli-verify-engine = система управления базой: { $said }
cli-verify-seal-broken = байты файла не те, с которыми он был закрыт (tamga.db.sha256)
cli-verify-seal-absent = Файл не был закрыт полностью или используется: байты вне данных не сравнивались.
cli-verify-seal-whole = Байты файла те же, с которыми он был закрыт.

## Что не так с папкой данных
cli-store-absent = Базы данных { $path } нет. Создать её: tamga init --data DIR
cli-store-exists = База данных { $path } уже есть. Ничего не изменено.
cli-store-foreign = { $path } не является базой данных Tamga. Файл не тронут.
cli-store-newer = Формат базы данных: { $format }; этой программе известен { $known }. Файл не тронут. Нужна более новая программа.
cli-store-damaged = База данных повреждена: { $detail }. Ничего не изменено. Выполните tamga verify и восстановите резервную копию.
cli-store-unwritable = В базу данных нельзя записать: { $detail }
cli-store-key = Ключ { $path } использовать нельзя: { $detail }
cli-store-closed = База данных закрыта.
cli-store-barred = Запись { $index } не может быть принята: { $reason }
cli-budget = Журналу нужно около { $needed } МБ памяти; разрешено { $budget } МБ. Разрешить больше: --memory.
cli-cannot-listen = Адрес { $address } занять не удалось: { $reason }
