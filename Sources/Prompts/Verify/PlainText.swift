/// A model's whole answer made fit to be stored and shown as plain text; `LinkCleaner` does the same for a stream.
public enum PlainText {
    /// What stands in for an address.
    public static let removedLink = "(link removed)"

    /// The answer without images, links, HTML tags and bare addresses; everything else stays as it is.
    public static func clean(_ answer: String) -> String {
        var cleaner = LinkCleaner()
        return cleaner.take(answer) + cleaner.finish()
    }
}
