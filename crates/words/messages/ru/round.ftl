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
round-became-unknown = открытый источник здесь не указан

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

## По этой странице

round-on-this-page = На этой странице
round-nothing-readable = Открытых вам записей здесь нет.

## Предстоящие этапы незавершённого раунда

# $day: который день встречи, $days: сколько их.
round-day-of = День { $day } из { $days }
round-ahead-adopted = намечено до { $date }
round-ahead-follow-up = доклад один раз до следующего раунда либо по приглашению
round-ahead-closed = с открытием следующего раунда

## Сведения о раунде, которые вносят его участники

round-chair = Председатель
round-local-time = Местное время
round-local-time-note = время на этой странице местное
round-builds-on = Опирается на
round-modalities = Порядок проведения
round-languages = Языки
round-scope = Охват
round-decision-session = консенсус на заседании
round-decision-session-or-silence = консенсус на заседании или по процедуре умолчания
round-attribution-named = в скобках указываются делегации
round-attribution-chair = кто предложил, знает только председатель
round-attribution-unnamed = скобки без указания делегаций

## Делегации: что они сообщают о себе

round-count-states = { $count ->
    [one] { $count } государство
    [few] { $count } государства
   *[other] { $count } государств
}
round-count-organizations = { $count ->
    [one] { $count } приглашённая организация
    [few] { $count } приглашённые организации
   *[other] { $count } приглашённых организаций
}
round-head = Глава
round-members = Число членов
round-agencies = Представленные ведомства
round-coordinator = Координатор
round-reads-organizations = читает то, что открыто для «Государств и приглашённых организаций»

## Повестка дня по дням

round-agenda-days = Повестка дня
round-weekday-monday = Понедельник
round-weekday-tuesday = Вторник
round-weekday-wednesday = Среда
round-weekday-thursday = Четверг
round-weekday-friday = Пятница
round-weekday-saturday = Суббота
round-weekday-sunday = Воскресенье
round-day = день { $day }
# $day: сообщение выше.
round-day-now = { $day }, сейчас { $hour }
round-day-over = { $day }, завершён
# Для программ чтения с экрана, перед заседанием, которое идёт.
round-session-now = Сейчас:
round-visit = Ознакомительное посещение

## Национальные материалы

round-submissions = Национальные материалы
round-submissions-note = в той форме, которую выбрало государство; матрица только в пределах охвата
round-submissions-none = Открытых вам национальных материалов нет
round-submissions-none-why = Каждое государство само решает, что оно представляет и кому это открыто. Материалы появятся здесь, когда будут представлены вам.
round-submissions-rule = Форму выбирает само государство. Насколько заполнены его собственные записи, видит только оно.
round-form = Форма
round-form-light = Пять частей
round-form-light-and-matrix = Пять частей и матрица по некоторым позициям
round-form-matrix = Матрица целиком
round-shared = Представлены
round-read-by = Кому открыто
round-also = Также

## Тексты

round-outcome-so-far = Итоги на сегодня
round-adopted-texts = Принятые тексты
round-text = Текст
round-symbol = Обозначение
round-adopted = Принят
round-adopted-session = на заседании
round-adopted-silence = по процедуре умолчания, которая не была прервана
round-drafts = Проекты
round-draft = Проект
round-tabled-by = Кем внесён
# Буква в знаке председателя.
round-chair-mark = П
round-the-chair = Председатель
round-stage = Стадия
round-stage-tabled = Внесён
round-stage-rolling = Рабочий текст, со скобками
round-stage-clean = Чистый текст председателя
round-stage-silence = Чистый текст председателя, процедура умолчания
round-stage-ad-referendum = Согласован ad referendum
round-stage-withdrawn = Отозван
round-silence-so-far = Итог процедуры будет показан здесь, когда о нём сообщит председатель
round-finding-suggestion = Предложение раунда
round-finding-good-practice = Эффективная практика
round-consensus = Ничто не принимается при чьём-либо возражении. Государства принимают, председатель констатирует консенсус; заявления печатаются вместе с текстом.

## Выводы по прежним рекомендациям

round-conclusions = Выводы по прежним рекомендациям
round-earlier = Рекомендация
round-addressee = Адресат
round-all-addressees = все адресаты
round-concluded = Вывод
round-in-words = Пояснение
round-verdict-carried-out = выполнена
round-verdict-open = остаётся открытой
round-verdict-carried-forward = перенесена в новый текст
round-verdict-overtaken = утратила актуальность

## Заявления и предложения делегаций

round-statements = Заявления и предложения делегаций
round-statements-note = приводятся отдельно и рекомендациями не являются
round-statement-statement = Заявление
round-statement-interpretive = Интерпретирующее заявление
round-statement-reservation = Оговорка
# Перед обозначением текста, к которому относится заявление.
round-statement-on = к тексту
round-proposal = Предложение

## Документы

round-documents = Документы
round-to-recommendations = Все тексты этого раунда и что с ними стало
round-noted = Отмеченные предложения раунда и эффективные практики

## Диалог по материалам

round-to-submissions = Всё об этих материалах
round-to-questions = Вопросы и ответы
round-to-observations = Наблюдения
