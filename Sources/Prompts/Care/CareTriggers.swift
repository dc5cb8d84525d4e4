/// Recognises, by fixed phrases and nothing else, when a question tells of trouble that calls for fixed words. The same
/// question gives the same answer everywhere, with a model or without one.
public enum CareTriggers {
    /// Every situation the question speaks of, the gravest first.
    public static func match(_ question: String) -> [CareSituation] {
        let spoken = SpokenWords(question)
        guard !spoken.words.isEmpty else { return [] }
        return CareSituation.allCases.filter { situation in
            (CarePhrases.all[situation] ?? []).contains { $0.isIn(spoken) }
        }
    }
}
