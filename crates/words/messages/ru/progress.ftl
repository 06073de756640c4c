### Ход выполнения рекомендации или мероприятия, как о нём докладывает само государство.
### Ключи этого файла начинаются с progress-.

progress-not-started = Не начато
progress-under-way = Выполняется
progress-partly = Выполнено частично
progress-carried-out = Выполнено
progress-overtaken = Утратило актуальность
progress-none = Отчёта нет
progress-none-public = Открытого отчёта нет

## Кратко, в ячейках таблиц

progress-short-not-started = Не начато
progress-short-under-way = Выполняется
progress-short-partly = Частично
progress-short-carried-out = Выполнено
progress-short-overtaken = Неактуально
