## Cuenta
title-account = Su cuenta
account-plans = Su suscripción
account-no-plan = En este momento no tiene suscripción.
account-plan-until = hasta el { $date }
account-plan-for-good = sin fecha de fin
account-plan-ended = terminada
account-profile = Nombre e idiomas
account-name = Nombre
account-languages = Idiomas que lee
account-languages-text = En el orden que prefiera: decide en qué idioma le mostramos, ofrecemos y enviamos los artículos.
account-language-place = { $place ->
    [1] Primer idioma
   *[other] { $place-text }.º idioma
}
account-language-none = ninguno
account-save = Guardar
account-sessions = Dónde tiene la sesión iniciada
account-device-unknown = Navegador desconocido
account-session-current = este navegador
account-session-seen = Último uso: { $date }
account-session-end = Cerrar sesión
account-sessions-end-others = Cerrar las demás sesiones
account-sign-out = Cerrar sesión aquí
account-data = Sus datos
account-export-text = Descargue en un archivo JSON todo lo que guardamos sobre usted.
account-export = Descargar
account-delete-text = Al eliminar la cuenta se borra para siempre todo lo que guardamos sobre usted, incluida la suscripción.
account-delete-confirm = Para confirmarlo, escriba su dirección ({ $email })
account-delete = Eliminar la cuenta
account-done-saved = Guardado.
account-done-revoked = Sesión cerrada.
account-problem-name = El nombre es demasiado largo o contiene caracteres que no se pueden mostrar.
account-problem-languages = Elija al menos un idioma.
account-problem-confirm = No es la dirección de su cuenta; no se ha eliminado nada.
account-problem-staff = Trabajas aquí. Pide antes a un propietario que retire tu función; después podrás eliminar tu cuenta.
role-owner = Propietario
role-admin = Administración
role-editor = Redacción
role-author = Autoría
role-translator = Traducción
