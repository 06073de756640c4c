### Согласование до представления: перечни согласующих, ход согласования, лист согласования, сопроводительное письмо.
### Ключи этого файла начинаются с clearance-.

## Все согласования

clearance-title = Согласование
clearance-version = проект, ред. { $number } от { $date }
clearance-lede = С кем и в каком порядке государство согласовывает текст до представления и на каком этапе согласование. Эту страницу видит только ваша делегация.
clearance-open = На согласовании
clearance-ready = Согласовано всеми
clearance-past = Представленные и утратившие силу
clearance-none = Согласований пока нет
clearance-none-why = Если установлен перечень, ссылка «Представить…» на странице записи ведёт к её согласованию.
clearance-text = Что представляется
clearance-readers = Кому
clearance-steps = Согласующие
clearance-asked-now = Сейчас у кого
clearance-nobody-missing = согласовали все
clearance-how-far = { $approved } из { $all }

## Перечни

clearance-lists = Перечни согласующих
clearance-lists-none = Перечня нет
clearance-lists-none-why = Делегация представляет тексты без согласования. Координатор может установить перечень.
clearance-list = По перечню
clearance-list-new = Новый перечень
clearance-list-change = Изменить перечень
clearance-list-change-link = Изменить…
clearance-list-history = История
clearance-list-lede = Каждый из перечня согласовывает текст в указанном порядке до его представления другим. Как государство принимает решения — его внутреннее дело: перечень больше никто не видит.
clearance-list-name = Название перечня
clearance-list-save = Сохранить перечень
clearance-list-anew = Если состав согласующих изменится, начатые по этому перечню согласования утратят силу и начнутся заново.
clearance-list-end = Прекратить действие перечня
clearance-list-end-why = После этого делегация представляет тексты без согласования по этому перечню. Перечень и запись о его прекращении остаются в вашей истории.
clearance-kinds = Для каких записей
clearance-kinds-hint = Если ничего не выбрано, перечень действует для всех записей, не указанных в других ваших перечнях.
clearance-for-all = Для всех записей, не указанных в других перечнях.
clearance-for-kinds = Для записей: { $kinds }.
clearance-steps-how = Номер — место в очерёдности; чтобы изменить её, введите другой номер. Пустая строка не учитывается.
clearance-step-number = Строка { $number }
clearance-place = №
clearance-sort = Кто
clearance-words = Как указать в листе согласования
clearance-agency = Ведомство
clearance-agency-none = не указано
clearance-sort-nobody = выберите
clearance-sort-agency = Ведомство по принадлежности
clearance-sort-lead-ministry = Головное министерство
clearance-sort-foreign-ministry = Министерство иностранных дел
clearance-sort-secrets-review = Экспертиза на предмет защиты государственных секретов
clearance-sort-head-of-delegation = Глава делегации
clearance-sort-other = Иной согласующий

## Одно согласование

clearance-one-title = Согласование: { $text }
clearance-one-lede = Согласуется именно эта редакция и именно для этих читателей. Согласующие отвечают по порядку, каждый письмом.
clearance-exactly = Именно это
clearance-no = №
clearance-who = Кто согласовывает
clearance-name-and-post = Фамилия, должность
clearance-letter = Письмо
clearance-letter-sent = исх. № { $number } от { $date }
clearance-letter-received = вх. № { $number } от { $date }
clearance-not-yet = ещё нет
clearance-correct = Исправить…
clearance-take-back = Отозвать
clearance-scan = Скан…
clearance-step-record = Внести согласование: { $step }
clearance-step-correct = Исправить согласование: { $step }
clearance-never = Секретных сведений не вносите. Фамилии остаются у вашей делегации и могут быть удалены.
clearance-name = Фамилия и инициалы
clearance-name-hint = Как указано под письмом.
clearance-post = Должность
clearance-their-letter = Письмо согласующего
clearance-number = Исх. №
clearance-day = Дата
clearance-day-hint = Например, 30.11.2026.
clearance-received = Зарегистрировано у нас
clearance-received-number = Вх. №
clearance-received-day = Дата получения
clearance-note = Примечание
clearance-note-hint = Что было указано при согласовании, кратко.
clearance-record = Внести согласование
clearance-complete = Согласовано всеми по перечню.
clearance-to-share = Посмотреть, кто это получит, и представить
clearance-is-shared = Этим читателям текст уже представлен.
clearance-written-since = С тех пор подготовлена новая редакция. На неё это согласование не распространяется.
clearance-error-name = Укажите фамилию, как она стоит под письмом.
clearance-error-post = Укажите должность подписавшего.
clearance-error-number = Укажите исходящий номер письма.
clearance-error-day = Укажите дату письма.
clearance-error-received = Укажите входящий номер и дату получения или оставьте оба поля пустыми.
clearance-error-day-malformed = «{ $day }» не является датой. Укажите её, например, так: 30.11.2026.

## На бумаге

clearance-paper-lede = Этот лист печатается отдельно, без остальной страницы.
clearance-paper-exercise = Учебные данные. Все государства, лица и письма вымышлены.
clearance-paper-content = Содержание { $hash }
clearance-sheet = Лист согласования
clearance-signature = Подпись
clearance-sheet-covers = Согласование распространяется именно на эту редакцию и именно на этих читателей.
clearance-cover-letter = Сопроводительное письмо
clearance-letter-to = Кому письмо
clearance-our-number = Исх. №
clearance-our-day = от
clearance-letter-of = № { $number } от { $date }
clearance-letter-subject = О согласовании документа «{ $text }»
clearance-letter-please = Направляем на согласование документ «{ $text }» ({ $facts }) до его представления.
clearance-letter-readers = Документ предназначен: { $readers }
clearance-letter-approved = Уже согласовали: { $steps }.
clearance-letter-answer = Просим подписать лист согласования либо сообщить о согласовании письмом с указанием фамилии и должности. Согласование распространяется именно на эту редакцию и именно на этих читателей. Замечания, если они имеются, просим направить в письменном виде.
clearance-enclosed = Приложение:
clearance-enclosed-sheets = листов
clearance-enclosed-approval = Лист согласования.

## Что только что сделано

clearance-said-approved = Согласование внесено.
clearance-said-taken-back = Согласование отозвано.
clearance-said-list = Перечень сохранён.
clearance-said-ended = Действие перечня прекращено.

clearance-list-password = Пароль был введён довольно давно. Чтобы изменить перечень, введите его ещё раз; страница откроется рядом с этой.
clearance-error-password = Пока ничего не изменено. Введите пароль ещё раз по ссылке ниже и сохраните снова: введённое вами осталось на странице.
