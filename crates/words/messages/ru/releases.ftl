### Представление своего документа, его отзыв и кто его имеет.
### Ключи этого файла начинаются с releases-.

## Ссылки

releases-share-link = Представить…
releases-withdraw-link = Отозвать…
releases-share-version = Представить эту редакцию…

## Что представить и кому

releases-share-title = Представить: { $record }
releases-share-lede = Выберите редакцию и читателей. Пока ничего не направляется: на следующей странице поимённо сказано, кто это прочтёт и кто нет.
releases-content = Какую редакцию
releases-readers = Кто это прочтёт
releases-with-named = Государства и организации, названные ниже, и никто другой.
releases-with-round = Государства одного раунда, его председатель и организатор. Перечень закрепляется при представлении.
releases-with-organizations = То же и организации, приглашённые на раунд. Доноры в их число не входят.
releases-with-series = Все государства серии и те, кто присоединится позднее.
releases-with-public = Все, на открытых страницах, без входа.
releases-named = Названные государства и организации
releases-pick-round = Какой раунд
releases-pick-series = Какая серия
releases-see-names = Посмотреть, кто это прочтёт
releases-cancel = Отмена
releases-error-readers = Выберите, кто это прочтёт.

## Кто имеет

releases-open-to = Кто имеет сейчас
releases-open-to-nobody = Никто за пределами вашей делегации.
releases-since = с { $date }
releases-joined = Присоединились позднее и не имеют: { $names }.
releases-extend = Открыть и для них…

## Что сказано до направления

releases-tell-title = Представить «{ $record }» этим читателям?
releases-will-read = Прочтут
releases-will-not-read = Не прочтут
releases-reads = Это прочтут: { $names }.
releases-reads-everybody = Это прочтут все: все государства и организации, пресса и общественность, без входа.
releases-reads-nobody-yet = В этой серии пока никто не участвует: прочтут те, кто присоединится.
releases-people-of-rounds = { $count ->
    [one] председатель и организатор ({ $rounds })
   *[other] председатели и организаторы раундов ({ $rounds })
}
releases-later-too = А также те, кто присоединится позднее.
releases-later-not = Присоединившиеся позднее этого не увидят, если вы не откроете это и для них.
releases-left-public = Общественность и все, кто не назван выше, этого не прочтут.
releases-left-nobody = Никто не исключён.
releases-left-state = Другие государства серии: { $names }.
releases-left-observer = Наблюдатели: { $names }.
releases-left-organization = Приглашённые организации: { $names }.
releases-left-donor = Доноры: { $names }.
releases-left-without-people = Здесь никто не действует от имени: { $names }. Передайте им иным способом.
releases-clearance = Согласование
releases-clearance-none = Для этого ваша делегация перечня согласующих не установила.
releases-clearance-list = До представления требуется согласование по вашему перечню «{ $list }»:
releases-clearance-see = К этому согласованию
releases-clearance-begin = Начать согласование
releases-step-approved = согласовано { $date }
releases-step-missing = ещё нет
releases-stays = Остаётся у вас
releases-stays-why = В тексте упомянуты записи, которых эти читатели не видят:
releases-what = Именно это содержание
releases-never-unread = Представленное нельзя сделать непрочитанным. За ним может последовать новая редакция или запись о том, что оно отозвано.
releases-again = Пароль введён давно. Введите его ещё раз; вы вернётесь на эту страницу с вашим выбором.
releases-do = { $count ->
    [one] Представить этому { $count } читателю
   *[other] Представить этим { $count } читателям
}
releases-do-series = Представить государствам серии
releases-do-public = Открыть для всех
releases-choose-again = Выбрать иначе

## Отзыв

releases-withdraw-title = Отозвать: { $record }
releases-withdraw-lede = На месте текста читатели увидят, что он отозван. Ваши собственные редакции остаются.
releases-withdraw-from = У кого
releases-withdraw-never-unread = Прочитанное нельзя сделать непрочитанным: у тех, кто прочёл, напечатал или получил копию, она остаётся.
releases-withdraw-do = Отозвать

## Что и кому мы представили

releases-shared-title = Что мы представили
releases-shared-lede = По читателям: что из вашего имеют другие, с какого времени и кто присоединился позднее и этого не имеет.
releases-shared-none = Пока ничего
releases-shared-none-why = Здесь будет указано, что вы представили, с названиями тех, кто это имеет.
releases-records = { $count ->
    [one] { $count } запись
    [few] { $count } записи
   *[many] { $count } записей
}
releases-records-see = Посмотреть записи

## Что только что сделано

releases-said-named = Представлено названным вами.
releases-said-round = Представлено государствам раунда.
releases-said-organizations = Представлено государствам раунда и приглашённым организациям.
releases-said-series = Представлено государствам серии.
releases-said-public = Теперь открыто для всех.
releases-said-withdrawn = Отозвано. Читателям об этом сообщено.
releases-said-clearance = Согласование начато.

## Кто что читал из нашего

releases-log-title = Кто читал наше
releases-log-lede = По дням: какие государства и организации читали то, что вы им представили. Читателям об этом сообщено. Кто именно читал, здесь неизвестно.
releases-log-day = День (UTC)
releases-log-reader = Кто читал
releases-log-record = Что прочитано
releases-log-kind = Вид
releases-log-none = Пока ничего
releases-log-none-why = Представленное вами названным читателям, раунду или серии появится здесь, когда его прочтут те, кому оно представлено.
releases-log-untitled = Без названия
releases-log-kept = Хранится { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[many] { $count } дней
} и только на этой установке. То, что открыто для всех, не отмечается.
