### Перечень серий и страница одной серии: кто участвовал, раунды.
### Ключи этого файла начинаются с series-.

## Все серии

series-list-title = Проведённые обзоры
series-list-lead = Серии раундов, в которых государства вместе рассматривают, как каждое из них выполняет резолюцию 1540 (2004).
series-list-empty = Серий пока нет
series-list-empty-why = Серия появится здесь, когда будет записан её первый раунд.

## Количества. $count выбирает форму слова.

series-rounds = { $count ->
    [one] { $count } раунд
    [few] { $count } раунда
   *[other] { $count } раундов
}
series-states = { $count ->
    [one] { $count } участвующее государство
    [few] { $count } участвующих государства
   *[other] { $count } участвующих государств
}
series-organizations = { $count ->
    [one] { $count } организация
    [few] { $count } организации
   *[other] { $count } организаций
}
series-recommendations = { $count ->
    [one] { $count } рекомендация
    [few] { $count } рекомендации
   *[other] { $count } рекомендаций
}
series-sources = { $count ->
    [one] { $count } источник
    [few] { $count } источника
   *[other] { $count } источников
}
series-since = с { $year } г.

## Кто участвовал: строки государства, столбцы раунды

series-took-part = Кто участвовал
series-took-part-note = Обозначения вроде «2 + 1» относятся к названиям; каждое государство просто участвует.
series-state = Государство
series-states-heading = Участвующие государства
series-cell-took-part = участвовало
series-cell-host = участвовало; принимало
# Показано прочерком; слова для программ чтения с экрана.
series-cell-none = не среди участвующих государств
series-order = Государства следуют в алфавитном порядке.

## Национальные планы действий

series-plan = Национальный план действий по открытым источникам
series-plan-none = открытый источник здесь не записан; государство может его представить

## Раунды

series-the-rounds = Раунды
series-rounds-empty = Раундов пока нет
series-next = Следующий раунд
series-same-series = Серия
