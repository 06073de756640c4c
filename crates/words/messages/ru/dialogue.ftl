### Вопросы, ответы, наблюдения, заявления.
### Ключи этого файла начинаются с dialogue-.

## Вопросы раунда

dialogue-questions = Вопросы
# $round: название раунда.
dialogue-questions-of = Вопросы: { $round }
dialogue-questions-lead = О чём государства и организации спрашивают друг друга и чем завершился каждый вопрос.
dialogue-questions-none = Нет вопросов, открытых для вас
dialogue-questions-none-why = Вопрос читают те, для кого он открыт. Он появится здесь, когда будет открыт для вас.
dialogue-question = Вопрос
dialogue-follow-up = Дополнительный вопрос
dialogue-by = Кто спрашивает
dialogue-to = Кому
dialogue-about = О чём
dialogue-state = Состояние вопроса
dialogue-put = Задан
dialogue-read-by = Кому открыто
dialogue-rule = Ответ доброволен. На вопрос можно ответить и устно на заседании; вопрос может остаться без ответа.
dialogue-to-observations = Наблюдения этого раунда
dialogue-to-questions = Вопросы этого раунда

## Что стало с вопросом

dialogue-state-draft = Проект, ещё не задан
dialogue-state-open = Открыт
dialogue-state-replied = Дан ответ
dialogue-state-orally = Дан устный ответ на заседании
dialogue-state-no-reply = Без ответа
dialogue-state-withdrawn = Снят
# $state: государство, которому задан вопрос; $date: до какого дня предложено ответить.
dialogue-on-list-by = На контроле: { $state }, предложено до { $date }
dialogue-on-list = На контроле: { $state }

## Ветка

dialogue-thread = Обсуждение
dialogue-question-to = Вопрос: { $state }
dialogue-to-state = Кому: { $state }
dialogue-moderator = Через модератора, без указания делегации
dialogue-reply = Ответ
dialogue-ending-orally = Дан устный ответ на заседании
dialogue-ending-no-reply = Завершён без ответа
dialogue-ending-withdrawn = Вопрос снят
dialogue-refers = Ссылка
dialogue-about-nothing = В вопросе не указаны ни позиция, ни текст.
dialogue-beside = Здесь спрашивали также

## Наблюдения раунда

dialogue-observations = Наблюдения
dialogue-observations-of = Наблюдения: { $round }
dialogue-observations-lead = Что делегации и приглашённые организации увидели во время посещения или прочли в материалах. Наблюдение никого не оценивает.
dialogue-observations-none = Нет наблюдений, открытых для вас
dialogue-observations-none-why = Наблюдение читают те, для кого оно открыто. Оно появится здесь, когда будет открыто для вас.
dialogue-observation = Наблюдение
dialogue-observed-by = Чьё наблюдение
dialogue-concerns = Кого касается
dialogue-made-at = К чему относится
dialogue-date = Дата
dialogue-sort = Вид
dialogue-sort-practice = Практика, достойная внимания
dialogue-sort-gap = Пробел
dialogue-sort-need = Потребность
dialogue-sort-comment = Замечание
