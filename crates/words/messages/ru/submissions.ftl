### Национальные материалы: пять частей, матрица, позиция.
### Ключи этого файла начинаются с submissions-.

## Все материалы

submissions-title = Национальные материалы
submissions-lead = То, с чем государства приходят на раунд: пять коротких частей, а также матрица по рассматриваемым позициям — если государство этого желает. Последний раунд стоит первым.
submissions-rule = Каждое государство само решает, что, в какой форме и для кого оно представляет.
submissions-none = Нет национальных материалов, открытых для вас
submissions-none-why = В открытых данных их нет: национальные материалы адресованы тем, кого назвало государство. Они появятся здесь, когда государство откроет их для вас.
submissions-state = Государство
submissions-round = Раунд
submissions-form = Форма
submissions-version = Редакция
submissions-read-by = Кому открыто
submissions-languages = Языки

## Материалы одного государства

submissions-of-state = Национальные материалы: { $state }
# Рядом с представленной редакцией, для своей делегации.
submissions-drafts-of = Проекты: { $state }
submissions-parts = Материалы
submissions-parts-note = пять частей, около пяти страниц
submissions-parts-none = Нет частей, открытых для вас
submissions-parts-none-why = Каждая часть представляется отдельно. Она появится здесь, когда государство откроет её для вас.
submissions-part = Часть
submissions-brief = Одной строкой
# $round: краткое название раунда, например «Хайфилд, 2023».
submissions-part-since = Что изменилось после раунда «{ $round }»
submissions-part-changed = Что изменилось
submissions-part-became = Выполнение рекомендаций
submissions-part-plan = Национальный план действий
submissions-part-practices = Эффективная практика
submissions-part-needs = Потребности в содействии
# Раунд по месту и году: Хайфилд, 2023.
submissions-round-short = { $place }, { $year }
submissions-no-matrix = В этих материалах нет матрицы: государство ограничилось пятью частями.

## Показатели для своей делегации

submissions-own-note = Ход собственной работы ({ $state }); эти показатели больше никому не видны.
submissions-cells = клеток с записью
# Рядом с числом клеток с записью.
submissions-of = из { $count }
submissions-cells-shared = представлено
submissions-changed-since = изменилось после раунда «{ $round }»
submissions-in-draft = в проекте
submissions-on-list = вопросов на контроле: { $state }

## Матрица

submissions-to-matrix = Матрица по рассматриваемым позициям
submissions-matrix = Матрица
submissions-matrix-size = { $catalogue }: { $rows ->
    [one] { $rows } строка
    [few] { $rows } строки
   *[other] { $rows } строк
}, { $cells ->
    [one] { $cells } клетка
    [few] { $cells } клетки
   *[other] { $cells } клеток
}
submissions-highlight = Выделить
submissions-highlight-all = Все
submissions-highlight-drafts = Проекты
submissions-highlight-questions = Открытые вопросы
submissions-key-draft = проект
submissions-key-question = открытый вопрос
# Для программ чтения с экрана, после содержания клетки.
submissions-cell-draft = проект, только своя делегация
submissions-blank = без записи
submissions-blank-not-no = без записи (не «нет»)
submissions-blank-why = «Без записи» означает лишь, что сведения не внесены; это не «нет».
# В клетке есть текст, но нет кода.
submissions-words-only = словами
submissions-own-codes = Собственные ответы государства ({ $state }) в обозначениях самого перечня, каждый с обоснованием.
submissions-not-a-measure = Не является оценкой соблюдения.
submissions-recalled-note = Некоторые строки этого перечня воспроизведены по памяти и подлежат сверке с опубликованным документом; об этом сказано на странице каждой из них.
submissions-item = Позиция

## Позиция

# $state: государство, $item: название строки.
submissions-item-title = { $state }: { $item }
submissions-items = Позиции
submissions-all-sections = Все разделы
submissions-answer = Ответ
submissions-answer-of = Ответ: { $state }
submissions-answer-none = Нет ответа, открытого для вас
submissions-answer-none-why = По этой позиции для вас ничего не открыто ({ $state }). «Без записи» не означает «нет».
submissions-answers-by-cell = Ответы по клеткам
submissions-kind = О чём вопрос
submissions-mark-changes = Отметить изменения после раунда «{ $round }»
submissions-answer-now = Нынешний ответ ({ $state })
submissions-as-shared = в редакции от { $date }, только для чтения
submissions-nothing-then = Тогда здесь не было записи, открытой для вас
submissions-remarks = Примечания
submissions-law-of = от { $date }
submissions-effective = действует с { $date }
submissions-original = Оригинал
submissions-courtesy = Неофициальный перевод, подлежит подтверждению
submissions-behind = Перевод сделан с прежней редакции оригинала.
submissions-others = Что представили по этой позиции другие государства
submissions-others-note = В алфавитном порядке, в изложении самих государств. Это не сравнение.
submissions-about-item = Об этой позиции
submissions-questions = Вопросы
submissions-questions-none = Вопросов, открытых для вас, здесь нет.
submissions-questions-all = Все вопросы этому государству
submissions-recommended = Рекомендации, основанные на этой позиции
submissions-observations = Наблюдения
submissions-evidence = Обоснование
submissions-row = Эта строка
submissions-sure-seen = Строка есть в опубликованном экземпляре документа.
submissions-sure-seen-in-part = В опубликованном экземпляре видны её первые слова.
submissions-sure-recalled = Воспроизведено по памяти.
submissions-to-be-checked = Формулировка этой позиции приведена по памяти; её следует сверить с опубликованной матрицей.

## Часть

submissions-text = Текст
submissions-text-none = Только одна строка
submissions-text-none-why = Государство изложило эту часть одной строкой; она приведена выше.
submissions-not-in-language = На этом языке текста нет
submissions-refers = О чём здесь говорится
submissions-dialogue = Вопросы и наблюдения к этой части
