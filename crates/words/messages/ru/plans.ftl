### Национальные планы действий и дорожная карта.
### Ключи этого файла начинаются с plans-.

## Все планы

plans-page = Планы
plans-lead = Что наметило каждое государство и что государства делают вместе.
plans-title = Национальные планы действий
plans-road-maps = Дорожные карты
plans-none = Здесь нет планов, открытых для вас.
plans-none-why = Государство само записывает свой план и решает, кому он открыт.
plans-none-of-state = Плана, открытого для вас, нет.
plans-road-maps-none = Здесь нет дорожных карт, открытых для вас.
plans-road-maps-none-why = Дорожную карту составляют и принимают государства раунда.
plans-unknown = открытый источник здесь не указан
plans-unknown-state = Открытый источник здесь не указан; государство может его представить.
plans-state = Государство
plans-plan = План
plans-period = Срок действия
plans-approved = Чем утверждён
plans-approved-on = Утверждён
plans-standing = Состояние
plans-standing-in-preparation = готовится
plans-standing-approved = утверждён
plans-standing-over = период завершён
# Что было известно о плане до окончания его периода и в каком году.
plans-standing-then = { $standing } (на { $year } год)
plans-coordinator = Координатор
plans-readers = Кому открыт
plans-version = Редакция
plans-submitted = Направлен в Комитет 1540
plans-follows = Прежний план
plans-follows-map = Предшествующая карта
plans-note = Примечание
# $date: последний день.
plans-until = до { $date }

## Один план

plans-facts = Сведения
plans-series = Серия
plans-round = Раунд
# $by: акт, которым утверждён план, или день.
plans-approved-by = Утверждён: { $by }.
# $by: название ведомства.
plans-coordinated-by = Координатор: { $by }.
# $date: день.
plans-adopted = Принято консенсусом, { $date }
plans-with-drafts = С проектами вашей делегации
plans-toc-plan = национальный план
plans-toc-all = Все планы и дорожные карты
plans-figure-of = из { $count }
plans-figure-linked = связано с рекомендацией
plans-figures-note = Собственный подсчёт и отметки об истёкших сроках видит только ваша делегация.

## Таблица мероприятий

plans-measures = Мероприятия по задачам
plans-joint-measures = Совместные мероприятия
plans-measures-none = Здесь нет мероприятий, открытых для вас.
plans-measures-none-why = Государство само записывает их и решает, кому открыто каждое.
plans-measures-none-here = Под эти условия не подходит ни одно мероприятие.
plans-measures-none-here-why = Выберите «Все» в одном из полей.
plans-column-measure = №, мероприятие, ожидаемый результат
plans-column-lead = Ответственный, соисполнители
plans-column-by = Исполнители
plans-column-term = Срок, финансирование
plans-column-recommendation = Рекомендация
plans-lead-agency = Ответственный исполнитель
plans-lead-party = Ответственное государство
plans-progress = Ход выполнения
plans-any = Любой
plans-past-term = Срок истёк
plans-order = Порядок
plans-order-task = По задачам
plans-order-term = По сроку
# $number: номер задачи.
plans-task-number = Задача { $number }.
# $names: названия соисполнителей.
plans-with = совместно с: { $names }
plans-together-with = совместно с
plans-need = потребность
plans-own-initiative = собственная инициатива
plans-no-report = отчёта нет
plans-last-report = последний отчёт
plans-key-planned = запланировано
plans-key-reported = по отчёту: четверть, половина, всё
plans-key-past = срок истёк
plans-key-term = срок
plans-key-today = сегодня
# $from и $to: годы.
plans-time = Время, { $from }–{ $to }
# Для программ чтения с экрана: полоса временной шкалы.
plans-bar = { $number }: { $term }, { $progress }
plans-bar-past = { $number }: { $term }, { $progress }, срок истёк

## Столбцы файла

plans-number = №
plans-task = Задача
plans-measure = Мероприятие
plans-term = Срок
plans-result = Ожидаемый результат
plans-partners = Соисполнители и партнёры
plans-funding = Финансирование
plans-recommendations = Рекомендации

## Откуда взялась дорожная карта

plans-origins = Основа
# $numbers: номера мероприятий.
plans-became-measures = { $count ->
    [one] стала мероприятием { $numbers }
   *[other] стала мероприятиями { $numbers }
}

## Одно мероприятие

plans-needs = Потребность
plans-goes-back = Восходит к
plans-relation-repeats = повторяет
plans-relation-replaces = заменяет
plans-relation-merges = объединяет
plans-relation-follows-from = продолжает
plans-relation-inspired-by = подсказано текстом
plans-reports = Отчёты
plans-no-report-why = Отсутствие отчёта не упрёк: отчитаться предлагается один раз до следующего раунда.
# $number: счёт ведёт тот, кто отчитывается.
plans-report = Отчёт { $number }
plans-reported-to = для раунда
plans-evidence = Подтверждение
