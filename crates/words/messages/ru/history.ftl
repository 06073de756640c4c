### История записи: её версии, кто и когда их записал, как их проверить.
### Ключи этого файла начинаются с history-.

## Страница

history-title = История этой записи
history-lead = Ничто не меняется задним числом: каждая версия следует за предыдущей и называет её хеш.
history-open = История
history-versions = { $count ->
    [one] { $count } версия
    [few] { $count } версии
   *[other] { $count } версий
}
history-newest = последняя
history-see = Показать эту версию
history-compare = Сравнить с предыдущей версией

## Одна версия

history-version = Версия { $number }
history-audience = Кому открыто
history-recorded = Записано
history-stated = Сведения на
history-by = Кем
history-by-editor = редактором
history-on-behalf = от имени: { $owner }
history-act = Действие
history-origin = Происхождение
history-origin-real = подлинная запись
history-origin-reconstruction = восстановлено по открытым источникам
history-origin-exercise = учебные данные
history-schema = Форма записи

## Проверка

history-content-hash = Хеш содержания
history-version-hash = Хеш версии
history-previous-hash = Хеш предыдущей версии
history-signature = Подпись
history-signature-checked = подпись проверена
history-signature-wrong = подпись не сходится
history-signature-unknown = здесь проверить нельзя
history-chain-holds = Цепочка версий цела.
history-chain-broken = Цепочка версий нарушена на версии { $number }.
history-how-to-check = Как проверить обычными средствами

## Если чего-то больше нет

history-erased = стёрто
history-erased-why = Содержание стёрто; его хеш остаётся, и цепочка цела.
history-withdrawn = отозвано
history-withdrawn-why = Отозвано; чей документ: { $owner }. Прочитанное ранее остаётся прочитанным.
history-needs-newer = Эта версия записана более новой программой Tamga и здесь показана быть не может.

## Таблица
# $record: как называется запись.
history-of = История: { $record }
history-version-column = Редакция
history-said = Содержание
