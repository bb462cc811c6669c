## Обліковий запис
title-account = Ваш обліковий запис
account-plans = Ваша передплата
account-no-plan = Зараз у вас немає передплати.
account-plan-until = до { $date }
account-plan-for-good = безстроково
account-plan-ended = завершилася
account-profile = Ім’я та мови
account-name = Ім’я
account-languages = Мови, якими ви читаєте
account-languages-text = У тому порядку, який вам до вподоби: від нього залежить, якою мовою ми показуємо, пропонуємо й надсилаємо матеріали.
account-language-place = { $place ->
    [1] Перша мова
   *[other] { $place-text }-а мова
}
account-language-none = немає
account-save = Зберегти
account-sessions = Де ви ввійшли
account-device-unknown = Невідомий браузер
account-session-current = цей браузер
account-session-seen = Востаннє: { $date }
account-session-end = Вийти
account-sessions-end-others = Вийти всюди, крім цього браузера
account-sign-out = Вийти тут
account-data = Ваші дані
account-export-text = Завантажте все, що ми про вас зберігаємо, у файлі JSON.
account-export = Завантажити
account-delete-text = Разом з обліковим записом назавжди зникне все, що ми про вас зберігаємо, зокрема передплата.
account-delete-confirm = Для підтвердження введіть свою адресу ({ $email })
account-delete = Видалити обліковий запис
account-done-saved = Збережено.
account-done-revoked = Сеанс завершено.
account-problem-name = Ім’я задовге або містить знаки, які не можна показати.
account-problem-languages = Оберіть принаймні одну мову.
account-problem-confirm = Це не адреса вашого облікового запису; нічого не видалено.
account-problem-staff = Ви тут працюєте. Спершу попросіть власника зняти вашу роль; тоді зможете видалити обліковий запис.
role-owner = Власник
role-admin = Адміністрація
role-editor = Редакція
role-author = Автор
role-translator = Переклад
