### Страница одной записи: участник, источник, тема, мероприятие.
### Ключи этого файла начинаются с record-.

record-formal-name = Официальное название
record-abbreviation = Сокращение
record-part-of = Входит в состав
record-publisher = Кем опубликовано
record-published = Опубликовано
record-read-at = Где прочитать
record-role = Роль в обзорах
record-states = Государства
record-organizations = Организации
record-standing-in = Где упоминается
record-standing-nowhere = Ни одна другая открытая вам запись об этом не говорит.
record-rows = Позиции
record-sure-seen = видено в опубликованном экземпляре
record-sure-seen-in-part = видено частично в опубликованном экземпляре
record-sure-recalled = по памяти, подлежит проверке
