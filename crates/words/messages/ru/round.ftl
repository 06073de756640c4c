### Страница раунда: этапы, сведения, делегации, итоги, источники.
### Ключи этого файла начинаются с round-.

## Заголовок

# Например: Раунд на Иссык-Куле, 28–30 июня 2018 г.
round-title = { $title }, { $dates }
round-lead-reconstructed = Восстановлено по открытым источникам

## Этапы, ступени на линии

round-phase = Этап
round-phase-proposed = Предложен
round-phase-preparing = Подготовка
round-phase-in-session = Заседания
round-phase-adopted = Принятие
round-phase-follow-up = Последующая деятельность
round-phase-closed = Закрыт
# Для программ чтения с экрана.
round-phase-past = пройден
round-phase-now = сейчас
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
round-symbol = Условное обозначение
round-series = Серия
round-dates = Даты
round-place = Место проведения
round-initiated-by = Инициатор
round-hosted-by = Принимающая сторона
round-organized-by = Организатор
round-supported-by = При поддержке
round-grew-from = В развитие
round-themes = Темы
round-focus = Основное внимание
round-participants-number = Число участников
round-participants = { $count ->
    [one] { $count } участник
    [few] { $count } участника
   *[other] { $count } участников
}
round-dates-unknown = В источниках даты нет

## Делегации

round-delegations = Делегации
round-delegation = Делегация
round-capacity = В качестве
round-capacity-participant = Участвующее государство
round-capacity-observer = Наблюдатель
round-capacity-organization = Приглашённая организация
round-capacity-host = Принимающая сторона
# Одна делегация в двух качествах: $capacity одно из названных выше.
round-capacity-and-host = { $capacity }, принимающая сторона
round-head = Глава, как опубликовано
round-invited-organizations = Приглашённые организации
round-invitations = Приглашения

## Заседания и посещения

round-sessions = Заседания
round-session-day = День { $number }
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
round-statement-by = Заявление: { $party }
round-proposals-none = В открытых источниках предложений и заявлений нет.

## Что стало с рекомендацией

round-became = Что с ней стало
# $progress: одно из слов ниже, $round: раунд, которым она выполнена.
round-became-by = { $progress }: { $round }
round-became-carried-out = выполнено
round-became-partly = выполнено частично
round-became-under-way = выполняется
round-became-not-started = не начато
round-became-overtaken = утратило актуальность
round-became-no-report = нет отчёта
round-became-unknown = открытый источник здесь не записан

## Мероприятия вокруг раунда

round-events = Мероприятия до и после раунда
round-events-none = Мероприятия здесь не записаны.

## Чего нет в открытых источниках

round-agenda = Повестка дня и национальные материалы
round-agenda-none = В открытых источниках нет
round-agenda-none-why = Источники не приводят ни повестки дня по дням, ни национальных материалов. Делегация, у которой они есть, может их добавить; при каждом дополнении указано, чей это документ и кому он открыт.
round-text = Текст рекомендаций
round-text-none = Опубликован, здесь пока не хранится
round-text-none-why = Его можно добавить, когда государства подтвердят формулировки на обоих языках.
round-no-source = открытый источник здесь не записан
round-no-source-state = открытый источник здесь не записан; государство может его представить

## В чём источники расходятся

round-differ = В чём источники расходятся
# $sources: «источник 3» или «источники 2, 3».
round-differ-follows = За основу этой записи взято: { $sources }.
round-differ-open = Приведены оба сообщения; ни одно не взято за основу.

## Источники

round-sources = Источники
# $numbers: номера источников внизу страницы через запятую; $count: сколько их.
round-cited = { $count ->
    [1] источник { $numbers }
   *[other] источники { $numbers }
}
round-source-published = опубликовано: { $date }
round-source-read = прочитано: { $date }
round-source-original = язык: { $language }
round-note = Примечание

## Форматы, у которых вместо обозначения слово
round-format-bilateral = двусторонний
round-format-trilateral = трёхсторонний
