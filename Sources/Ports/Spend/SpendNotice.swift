/// What stands before the coach's words when no model may be asked for its cost. Nothing of it is a reproach: the caps are
/// ours.
public enum SpendNotice {
    /// Words for a cap that is reached; `otherwise` for any other failure.
    public static func words(for error: PortError, otherwise: String) -> String {
        guard error.code == .capped else { return otherwise }
        guard let wait = error.retryAfter else {
            return "Looking into this any further would take more than one answer may, so here is what your records "
                + "say.\n\n"
        }
        return "The limit on longer answers is reached for now. It starts afresh \(span(wait)); until then I answer "
            + "straight from your records.\n\n"
    }

    /// Hours begun, since a clock time would need to know where somebody is.
    private static func span(_ wait: Duration) -> String {
        let hours = (wait.components.seconds + 3_599) / 3_600
        return hours <= 1 ? "within the hour" : "in about \(hours) hours"
    }
}
