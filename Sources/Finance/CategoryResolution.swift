/// Which category an expense has (contract 2.9): its budget's, even when that budget is deleted; else that of an earlier
/// expense of the same name, since the copies the backend makes of a recurring expense carry no budget; else none.
enum CategoryResolution {
    /// The category of each budget, deleted ones included, by id.
    static func byBudget(_ budgets: [Document]) -> [String: String] {
        var categories: [String: String] = [:]
        for budget in budgets {
            guard let id = budget["_id"].flatMap(Fields.id), case .string(let raw) = budget["category"] else {
                continue
            }
            let category = TypedText(raw).text
            // An id that is there twice keeps the lesser text, whichever came first.
            if !category.isEmpty { categories[id] = min(category, categories[id] ?? category) }
        }
        return categories
    }

    /// Fills the gaps from earlier expenses; `expenses` must be in order.
    static func inherited(_ expenses: [Expense]) -> [Expense] {
        var latest: [String: String] = [:]
        return expenses.map { expense in
            var expense = expense
            if let category = expense.category {
                latest[expense.name] = category
            } else {
                expense.category = latest[expense.name]
            }
            return expense
        }
    }
}
