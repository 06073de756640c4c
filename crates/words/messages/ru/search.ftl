### Поиск: страница, найденное, названия групп.
### Ключи этого файла начинаются с search-.

## Страница

search-title = Поиск
search-hint = Слова по-русски или по-английски либо условное обозначение, например ISK18
search-button = Найти
search-scope = Поиск идёт по тому, что вам разрешено читать.
# Заголовок над найденным; $query: что было набрано.
search-heading = Поиск: { $query }

## Найденное

search-results = { $count ->
    [one] Найдена { $count } запись
    [few] Найдено { $count } записи
   *[other] Найдено { $count } записей
}
search-within = Искать «{ $words }» только в том, что касается: { $party }
search-nothing = Ничего не найдено
search-nothing-hint = Попробуйте другую форму слова или меньше слов. По условному обозначению раунд или текст находится сразу.
# $limit: наибольшее число знаков.
search-too-long = { $limit ->
    [one] Запрос длиннее { $limit } знака. Сократите его.
   *[other] Запрос длиннее { $limit } знаков. Сократите его.
}
search-empty = Наберите хотя бы одно слово.

## Группы найденного

search-group-party = Государства и организации
search-group-source = Источники
search-group-theme = Темы
search-group-series = Серии
search-group-round = Раунды
search-group-delegation = Делегации
search-group-session = Заседания
search-group-site-visit = Ознакомительные посещения
search-group-outcome = Итоги
search-group-recommendation = Рекомендации
search-group-proposal = Предложения и заявления
search-group-event = Мероприятия
search-group-disagreement = Расхождения источников
search-group-agency = Ведомства
search-group-treaty = Договоры
search-group-treaty-status = Участие в договорах
search-group-instrument = Нормативные акты
search-group-catalogue = Перечни
search-group-catalogue-map = Таблицы соответствия редакций перечня
search-group-modalities = Порядок проведения
search-group-submission = Национальные материалы
search-group-part = Разделы национальных материалов
search-group-answer = Ответы
search-group-question = Вопросы
search-group-reply = Ответы на вопросы
search-group-closing = Закрытие вопросов
search-group-observation = Наблюдения
search-group-statement = Заявления делегаций
search-group-lineage = Преемственность
search-group-adoption = Принятие текстов
search-group-progress = Отчёты о ходе выполнения
search-group-conclusion = Выводы раундов
search-group-plan = Национальные планы действий
search-group-roadmap = Дорожные карты
search-group-measure = Мероприятия планов
search-group-practice = Эффективная практика
search-group-offer = Предложения содействия
search-group-need = Потребности в содействии
search-group-document = Документы
search-group-contact = Контактные пункты
search-group-clearance-list = Перечни согласующих
search-group-clearance = Согласования
search-group-approval = Визы
search-group-marking = Пометки
search-group-marking-scheme = Перечни пометок
search-group-file = Файлы
search-group-erasure = Удаления

## Отбор

search-nothing-here = Из найденного под эти условия ничего не подходит.
search-nothing-here-why = Выберите «Все» в одном из полей.
search-kinds = Вид
search-state = Государство, организация
search-round = Раунд
search-year = Год
search-version = Редакция
search-version-draft = наши проекты
search-version-shared = представленные
search-all = Все
