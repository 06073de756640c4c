### Страница раунда: этапы, сведения, делегации, итоги, источники.
### Ключи этого файла начинаются с round-.

## Заголовок

# Например: Раунд на Иссык-Куле, 28–30 июня 2018 г.
round-title = { $title }, { $dates }

## Этапы, ступени на линии

round-phase = Этап
round-phase-proposed = Предложен
round-phase-preparing = Подготовка
round-phase-in-session = Заседания
round-phase-adopted = Принятие
round-phase-follow-up = Последующая деятельность
round-phase-closed = Закрыт
# Для программ чтения с экрана.
round-phase-to-come = впереди

## Насколько определено проведение раунда

round-standing = Состояние
round-standing-proposed = Предложен
round-standing-announced = Объявлен
round-standing-unconfirmed = Объявлен, не подтверждён
round-standing-held = Проведён
round-standing-closed = Закрыт

## Основные сведения

round-key-facts = Основные сведения
round-in-title = В названии
round-dates = Даты
round-place = Место проведения
round-initiated-by = Инициатор
round-hosted-by = Принимающая сторона
round-organized-by = Организатор
round-supported-by = При поддержке
round-grew-from = В развитие
round-themes = Темы
round-participants-number = Число участников
round-dates-unknown = В источниках даты нет

## Делегации

round-delegations = Делегации
round-delegation = Делегация
round-capacity = В качестве
round-capacity-participant = Участвующее государство
round-capacity-observer = Наблюдатель
round-capacity-organization = Приглашённая организация
# Одна делегация в двух качествах: $capacity одно из названных выше.
round-capacity-and-host = { $capacity }, принимающая сторона
round-invited-organizations = Приглашённые организации
round-delegations-none = В открытых источниках делегаций нет.
round-organizations-none = В открытых источниках приглашённых организаций нет.

## Заседания и посещения

round-sessions = Заседания
round-visits = Ознакомительные посещения
round-visits-none = В открытых источниках ознакомительных посещений нет.

## Итоги раунда

round-outcome = Итоги
round-outcome-none = В открытых источниках итогов нет.
round-recommendations = Рекомендации, известные из открытых источников (в изложении)
round-recommendations-none = В открытых источниках рекомендаций этого раунда нет.
round-recommendations-paraphrased = Формулировки наши, а не принятого текста.
round-addressees = Кому адресована
round-addressees-unknown = Источники не называют адресатов.
round-proposals = Предложения и заявления делегаций
round-proposal-by = Предложение: { $party }

## Что стало с рекомендацией

round-became = Что с ней стало
round-became-carried-out = выполнено
round-became-partly = выполнено частично
round-became-under-way = выполняется
round-became-not-started = не начато
round-became-overtaken = утратило актуальность
round-became-unknown = открытый источник здесь не записан

## Мероприятия вокруг раунда

round-events = Мероприятия до и после раунда

## Чего нет в открытых источниках

round-agenda = Повестка дня и национальные материалы
round-agenda-none = В открытых источниках нет
round-agenda-none-why = Источники не приводят ни повестки дня по дням, ни национальных материалов. Делегация, у которой они есть, может их добавить; при каждом дополнении указано, чей это документ и кому он открыт.

## В чём источники расходятся

round-differ = В чём источники расходятся
round-differ-open = Приведены оба сообщения; ни одно не взято за основу.

## Источники

round-sources = Источники
# $numbers: номера источников внизу страницы через запятую; $count: сколько их.
round-cited = { $count ->
    [1] источник { $numbers }
   *[other] источники { $numbers }
}
round-source-published = опубликовано: { $date }
round-note = Примечание

## Форматы, у которых вместо обозначения слово
round-format-bilateral = двусторонний
round-format-trilateral = трёхсторонний
