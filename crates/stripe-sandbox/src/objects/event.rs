//! `event`: what happened, with the object as it was then.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::{Object, object};
use crate::world::World;

#[derive(Debug, Clone)]
pub(crate) struct Event {
    pub(crate) id: String,
    pub(crate) created: i64,
    pub(crate) kind: String,
    /// Shared, since worlds are copied for previews.
    pub(crate) object: Arc<Value>,
    pub(crate) previous_attributes: Option<Value>,
    /// The call that caused it and its idempotency key; time causes the others.
    pub(crate) request: Option<(String, Option<String>)>,
    pub(crate) pending_webhooks: i64,
}

impl Object for Event {
    object!(Event, "event", events);

    fn json(&self, world: &World) -> Value {
        let mut data = json!({ "object": *self.object });
        if let Some(previous) = &self.previous_attributes {
            data["previous_attributes"] = previous.clone();
        }
        let (request, key) = match &self.request {
            Some((request, key)) => (Some(request), key.as_ref()),
            None => (None, None),
        };
        json!({
            "id": self.id,
            "object": "event",
            "api_version": world.settings.api_version,
            "created": self.created,
            "data": data,
            "livemode": false,
            "pending_webhooks": self.pending_webhooks,
            "request": { "id": request, "idempotency_key": key },
            "type": self.kind,
        })
    }
}

/// What changed, as it was before: the changed keys of objects, whole arrays. `None` when nothing changed.
pub(crate) fn previous_attributes(before: &Value, after: &Value) -> Option<Value> {
    let (Value::Object(before), Value::Object(after)) = (before, after) else {
        return (before != after).then(|| before.clone());
    };
    let mut changed = Map::new();
    for (key, old) in before {
        match after.get(key) {
            Some(new) => {
                if let Some(previous) = previous_attributes(old, new) {
                    changed.insert(key.clone(), previous);
                }
            }
            None => {
                changed.insert(key.clone(), old.clone());
            }
        }
    }
    for key in after.keys().filter(|key| !before.contains_key(*key)) {
        changed.insert(key.clone(), Value::Null);
    }
    (!changed.is_empty()).then_some(Value::Object(changed))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::previous_attributes;

    #[test]
    fn only_what_changed_is_told_and_arrays_are_whole() {
        let before =
            json!({ "status": "trialing", "plan": { "a": 1, "b": 2 }, "list": [1, 2], "same": true });
        let after = json!({ "status": "active", "plan": { "a": 1, "b": 3 }, "list": [1, 3], "same": true });
        assert_eq!(
            previous_attributes(&before, &after),
            Some(json!({ "status": "trialing", "plan": { "b": 2 }, "list": [1, 2] }))
        );
        assert_eq!(previous_attributes(&before, &before), None);
    }

    #[test]
    fn added_keys_were_null_before() {
        let (before, after) = (json!({ "metadata": {} }), json!({ "metadata": { "k": "v" } }));
        assert_eq!(previous_attributes(&before, &after), Some(json!({ "metadata": { "k": null } })));
    }
}
