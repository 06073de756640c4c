### Эффективная практика, содействие, библиотека, мероприятия, контактные пункты.
### Ключи этого файла начинаются с sharing-.

## Обзор

sharing-title = Обмен
sharing-lead = Практика, достойная внимания, нужная и предлагаемая помощь, нормативные акты, контактные пункты.
sharing-all-practices = Вся практика
sharing-all-needs = Все потребности
sharing-all-offers = Все предложения
sharing-all-library = Вся библиотека
sharing-all-contacts = Все контактные пункты

## Общее для списков

sharing-filter-words = Поиск
sharing-filter-state = Государство, организация
sharing-filter-theme = Тема
sharing-document-of = Чей документ
sharing-readers = Кому открыт
sharing-version = Редакция
sharing-themes = Темы
sharing-none-why = Кому открыта запись, решает тот, кто её делает.
sharing-note = Примечание
sharing-read-at = Где прочитать

## Эффективная практика

sharing-practices = Эффективные практики
sharing-practices-lead = Тема, практика, источник и комментарий в изложении самих государств.
sharing-practices-none = Здесь нет практики, открытой для вас.
sharing-topic = Тема
sharing-practice = Практика
sharing-source = Источник
sharing-comment = Комментарий

## Содействие

sharing-assistance = Содействие
sharing-assistance-lead = В чём нуждаются государства, что предлагают другие и о чём достигнуто согласие.
sharing-assistance-note = Содействие считается согласованным, когда государство принимает предложение. С разрешения государства потребность может быть передана в Комитет 1540 как запрос.
sharing-needs = Потребности
sharing-needs-none = Здесь нет потребностей, открытых для вас.
sharing-need = Потребность
sharing-when = Когда
sharing-extent = Объём
sharing-agreed = Согласованное содействие
sharing-starts-from = Основание
sharing-need-standing = Состояние
sharing-standing-open = открыта
sharing-standing-partly-agreed = согласована частично
sharing-standing-agreed = согласована
sharing-standing-met = удовлетворена
sharing-standing-withdrawn = снята
sharing-circulate = В Комитет 1540
sharing-circulate-yes = может быть передана
sharing-circulate-no = не передаётся
sharing-offers = Предложения
sharing-offers-none = Здесь нет предложений, открытых для вас.
sharing-offer = Предложение
sharing-until = До

## Библиотека

sharing-library = Библиотека
sharing-library-lead = Нормативные акты, подтверждающие сообщённое, и документы.
sharing-library-none = Здесь нет текстов, открытых для вас.
sharing-document = Документ
sharing-sort = Вид текста
sharing-number = Номер, дата
sharing-date = Дата
sharing-force = Действие
sharing-force-in-force = действует
sharing-force-amended = действует с изменениями
sharing-force-repealed = утратил силу
sharing-force-draft = проект
sharing-languages = Языки
sharing-cited = Где приводится
sharing-cited-more = ещё
sharing-cited-in = Ответы, в которых приводится
sharing-cited-nowhere = Среди ответов, открытых для вас, его не приводит ни один.
sharing-law-constitution = конституция
sharing-law-code = кодекс
sharing-law-law = закон
sharing-law-decree = указ, декрет
sharing-law-resolution = постановление правительства
sharing-law-order = приказ ведомства
sharing-law-control-list = контрольный список
sharing-law-programme = стратегия, программа
sharing-law-agreement = международное соглашение
sharing-law-other = иной акт
sharing-paper-report = доклад
sharing-paper-information-note = информационная записка
sharing-paper-programme = программа встречи
sharing-paper-participants = список участников
sharing-paper-summary = краткий отчёт о заседании
sharing-paper-presentation = презентация
sharing-paper-guide = пособие
sharing-paper-form = бланк
sharing-paper-letter = письмо, нота
sharing-paper-other = иной документ
sharing-paper-of = К чему относится
sharing-law-number = Номер
sharing-law-adopted = Принят
sharing-law-since = Действует с
sharing-changed-by = Изменён актом
sharing-changes = Изменяет
sharing-articles = Приводимые статьи
# $number: номер статьи, как он записан.
sharing-article = Статья { $number }
sharing-length = Объём
sharing-pages = { $count ->
    [one] { $count } страница
    [few] { $count } страницы
   *[other] { $count } страниц
}

## Мероприятия

sharing-events = Мероприятия
sharing-events-lead = Круглые столы, обучение и посещения между раундами.
sharing-events-none = Здесь нет мероприятий, открытых для вас.
sharing-event = Мероприятие
sharing-dates = Когда
sharing-place = Место
sharing-states = Государства
sharing-organizations = Организации
sharing-year = Год
sharing-year-unknown = Год неизвестен
sharing-series = Серия
sharing-event-round-table = круглый стол
sharing-event-workshop = рабочая встреча
sharing-event-training = обучение
sharing-event-seminar = семинар
sharing-event-working-group = заседание рабочей группы
sharing-event-preparatory-meeting = подготовительная встреча
sharing-event-peer-review = обзор по другому документу

## Контактные пункты

sharing-contacts = Контактные пункты
sharing-contacts-lead = Должности и учреждения: карточки ведёт само государство. Лица не названы.
sharing-contacts-none = Здесь нет контактных пунктов, открытых для вас.
sharing-post = Должность
sharing-function = Функция
sharing-reach = Как связаться
sharing-card-readers = Кому открыта карточка
sharing-confirmed = Карточка подтверждена
