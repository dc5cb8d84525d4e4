import Finance

extension CareConfig {
    /// The configuration in use. Change a line only together with `version` and `reviewedOn`, after a person has called
    /// each number and opened each address. docs/duty-of-care.md says what is still to be checked before production.
    public static let reviewed = CareConfig(
        version: 1,
        // 2026-11-21.
        reviewedOn: Day(year: 2026, month: 11, clampedDay: 21),
        signposts: [
            Signpost(
                id: "stepchange", name: "StepChange", helps: "free debt advice", site: "stepchange.org",
                phone: "0800 138 1111"),
            Signpost(
                id: "nationaldebtline", name: "National Debtline", helps: "free debt advice",
                site: "nationaldebtline.org", phone: "0808 808 4000"),
            Signpost(
                id: "citizensadvice", name: "Citizens Advice", helps: "free advice on debt, benefits and housing",
                site: "citizensadvice.org.uk"),
            Signpost(
                id: "moneyhelper", name: "MoneyHelper", helps: "free money guidance, and a search for debt advice",
                site: "moneyhelper.org.uk"),
            Signpost(
                id: "samaritans", name: "Samaritans", helps: "free to call, day and night", site: "samaritans.org",
                phone: "116 123"),
            Signpost(
                id: "gamcare", name: "National Gambling Helpline, run by GamCare", helps: "free and confidential",
                site: "gamcare.org.uk", phone: "0808 8020 133"),
            Signpost(id: "emergency", name: "Emergency services", helps: "in immediate danger", phone: "999"),
        ],
        priorityDebts: [
            PriorityDebt(id: "home", name: "rent or mortgage", consequence: "losing the home"),
            PriorityDebt(id: "counciltax", name: "council tax", consequence: "court and enforcement agents"),
            PriorityDebt(id: "energy", name: "gas or electricity", consequence: "a prepayment meter or disconnection"),
            PriorityDebt(id: "fines", name: "court fines", consequence: "court and enforcement agents"),
            PriorityDebt(
                id: "hirepurchase", name: "hire purchase on things you need", consequence: "losing what is paid for"),
            PriorityDebt(id: "maintenance", name: "child maintenance", consequence: "money taken from wages"),
            PriorityDebt(id: "tvlicence", name: "TV licence", consequence: "a fine"),
        ],
        breathingSpace: """
            In England and Wales a debt adviser can apply for Breathing Space: for up to 60 days most of those you owe \
            may not add interest or take action against you. Scotland and Northern Ireland have rules of their own.
            """,
        comparison: """
            Paying the highest rate first usually costs the least interest; paying the smallest balance first usually \
            closes an account sooner. Both are shown with what they cost, and the choice is yours.
            """)
}
