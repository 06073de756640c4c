### Кому открыта запись и в каком качестве действует человек.
### Ключи этого файла начинаются с audience-.

## Обозначения, всегда вместе со знаком

audience-agency = Ведомство
audience-own = Своя делегация
audience-named = Названные
audience-round = Государства раунда
audience-organizations = Государства и приглашённые организации
audience-series = Государства серии
audience-public = Открыто для всех

## Около обозначений

audience-label = Кому открыто
# $names: читатели записи «Названные».
audience-named-list = Названные: { $names }
audience-later = и те, кто присоединится позднее

## В каком качестве действует человек

audience-role-reader = читатель
audience-role-contributor = составитель
audience-role-coordinator = координатор
audience-role-translator = переводчик
audience-role-editor = редактор
audience-role-organizer = организатор
audience-role-chair = председатель
audience-role-operator = оператор
