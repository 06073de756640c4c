### История записи: её версии, кто и когда их записал, как их проверить.
### Ключи этого файла начинаются с history-.

## Страница

history-title = История этой записи
history-lead = Ничто не меняется задним числом: каждая версия следует за предыдущей и называет её хеш.
history-versions = { $count ->
    [one] { $count } версия
    [few] { $count } версии
   *[other] { $count } версий
}
history-newest = последняя
history-see = Показать эту версию

## Одна версия

history-version = Версия { $number }
history-recorded = Записано
history-stated = Сведения на
history-by = Кем

## Проверка

history-content-hash = Хеш содержания
history-version-hash = Хеш версии

## Если чего-то больше нет

history-erased = стёрто
history-erased-why = Содержание стёрто; его хеш остаётся, и цепочка цела.
history-withdrawn = отозвано
history-needs-newer = Эта версия записана более новой программой Tamga и здесь показана быть не может.

## Таблица
# $record: как называется запись.
history-of = История: { $record }

## Что изменила версия
history-first = Первая версия, открытая для вас.
history-unchanged = Содержание то же, что в предыдущей версии.
history-key-new = новое
history-key-gone = снято
# $number: счёт ведётся в пределах круга читателей.
history-revision = Представлено, ред. { $number }
