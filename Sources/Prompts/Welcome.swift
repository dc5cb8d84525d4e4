import Finance

/// The first words to a person who has no history at all.
public enum Welcome {
    /// Greets by name, or by "there" when there is none, and introduces Reho.
    public static func text(name: String?) -> String {
        let typed = TypedText(name ?? "", limit: 60).text
        let plain = String(typed.filter { !"<>[]`".contains($0) })
        return """
            Hello \(plain.isEmpty ? "there" : plain), I'm Reho, your personal finance assistant. It looks like you're \
            new here, so welcome! I can see the income, expenses, budgets, debts and saving goals you've entered. You \
            could ask me for an analysis of your month, or for some tips to save a little more.
            """
    }
}
