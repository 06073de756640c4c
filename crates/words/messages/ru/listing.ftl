### Списки в виде таблиц: страницы, порядок, файлы, отбор.
### Ключи этого файла начинаются с listing-.

listing-count = { $count ->
    [one] { $count } запись.
    [few] { $count } записи.
   *[many] { $count } записей.
}
listing-download = Скачать таблицу (CSV)
# Заголовок столбца, который в каждой строке файла говорит, что данные вымышлены.
listing-data = Данные
listing-pages = Страницы списка
listing-all = Все
listing-show = Показать
