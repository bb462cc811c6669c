//! What readers can subscribe to.

use std::collections::HashMap;

use kernel::{Locale, PlanKey};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use serde::Serialize;

use crate::billing::Billing;
use crate::entity::{plan, plan_text};
use crate::error::BillingError;
use crate::{database, plan_file};

/// Something readers can subscribe to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Plan {
    /// Its name for access rules and grants.
    pub key: PlanKey,
    /// What readers are told about it, by language.
    pub texts: Vec<PlanText>,
}

/// What readers are told about a plan in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlanText {
    /// The language.
    pub locale: Locale,
    /// Its name for readers; never empty.
    pub name: String,
    /// One sentence.
    pub description: String,
    /// What one gets, each a few words.
    pub benefits: Vec<String>,
}

/// What saving plans has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Saved {
    /// Plans that are new.
    pub created: usize,
    /// Plans whose texts or place are others now.
    pub updated: usize,
    /// Plans that were so before.
    pub unchanged: usize,
}

impl Plan {
    /// What readers of this language are told; `None` if the plan isn't described in it.
    #[must_use]
    pub fn text(&self, locale: &Locale) -> Option<&PlanText> {
        self.texts.iter().find(|text| text.locale == *locale)
    }
}

impl Billing {
    /// All plans in their order, with the texts of all languages. Two queries.
    pub async fn plans(&self) -> Result<Vec<Plan>, BillingError> {
        let placed = placed(&self.database).await?;
        Ok(placed.into_iter().map(|(_, plan)| plan).collect())
    }

    /// Takes the plans of a `plans.toml` over: those that are new or changed are written, in one
    /// transaction; the same text again writes nothing. Plans it doesn't name stay as they are,
    /// because members may hold them.
    pub async fn import_plans(&self, plans_toml: &str) -> Result<Saved, BillingError> {
        self.save_plans(&plan_file::read(plans_toml)?).await
    }

    /// The same for plans at hand; their order is the one they are shown in.
    pub async fn save_plans(&self, plans: &[Plan]) -> Result<Saved, BillingError> {
        let transaction = database::begin(&self.database).await?;
        let before: HashMap<PlanKey, (i32, Plan)> = placed(&transaction)
            .await?
            .into_iter()
            .map(|(at, plan)| (plan.key.clone(), (at, plan)))
            .collect();
        let mut saved = Saved::default();
        for (position, plan) in (0..).zip(plans) {
            match before.get(&plan.key) {
                Some((at, known)) if *at == position && known.same_texts(plan) => {
                    saved.unchanged += 1;
                    continue;
                }
                Some(_) => saved.updated += 1,
                None => saved.created += 1,
            }
            write(&transaction, position, plan).await?;
        }
        transaction.commit().await?;
        Ok(saved)
    }
}

impl Plan {
    fn same_texts(&self, other: &Self) -> bool {
        self.texts.len() == other.texts.len()
            && other.texts.iter().all(|text| self.text(&text.locale) == Some(text))
    }
}

async fn placed(db: &impl ConnectionTrait) -> Result<Vec<(i32, Plan)>, BillingError> {
    let plans = plan::Entity::find()
        .order_by_asc(plan::Column::Position)
        .order_by_asc(plan::Column::Key)
        .all(db)
        .await?;
    let mut texts: HashMap<String, Vec<PlanText>> = HashMap::new();
    for row in plan_text::Entity::find().order_by_asc(plan_text::Column::Locale).all(db).await? {
        let plan = row.plan.clone();
        texts.entry(plan).or_default().push(row.try_into()?);
    }
    let plans = plans.into_iter().map(|row| {
        let texts = texts.remove(&row.key).unwrap_or_default();
        let key = row.key.parse().map_err(|_| unreadable("plan", "key", row.key))?;
        Ok((row.position, Plan { key, texts }))
    });
    plans.collect()
}

/// Writes a plan over what is there.
async fn write(db: &impl ConnectionTrait, position: i32, plan: &Plan) -> Result<(), DbErr> {
    let row = plan::ActiveModel { key: Set(plan.key.to_string()), position: Set(position) };
    let moved = OnConflict::column(plan::Column::Key).update_column(plan::Column::Position).to_owned();
    plan::Entity::insert(row).on_conflict(moved).exec_without_returning(db).await?;
    plan_text::Entity::delete_many().filter(plan_text::Column::Plan.eq(plan.key.as_str())).exec(db).await?;
    let texts = plan.texts.iter().map(|text| plan_text::ActiveModel {
        plan: Set(plan.key.to_string()),
        locale: Set(text.locale.to_string()),
        name: Set(text.name.clone()),
        description: Set(text.description.clone()),
        benefits: Set(serde_json::Value::from(text.benefits.clone()).to_string()),
    });
    plan_text::Entity::insert_many(texts).exec_without_returning(db).await?;
    Ok(())
}

impl TryFrom<plan_text::Model> for PlanText {
    type Error = BillingError;

    fn try_from(row: plan_text::Model) -> Result<Self, Self::Error> {
        Ok(Self {
            locale: row.locale.parse().map_err(|_| unreadable("plan_text", "locale", row.locale))?,
            name: row.name,
            description: row.description,
            benefits: serde_json::from_str(&row.benefits)
                .map_err(|_| unreadable("plan_text", "benefits", row.benefits))?,
        })
    }
}

pub(crate) fn unreadable(table: &'static str, column: &'static str, value: String) -> BillingError {
    BillingError::Unreadable { table, column, value }
}
