/// Bytes were found for which the code does not do what it promises.
public struct BrokenPromise: Error, CustomStringConvertible {
    /// The promise, and what was there instead.
    public var description: String

    init(_ description: String) { self.description = description }

    /// Throws unless `isKept`.
    static func unless(_ isKept: Bool, _ promise: @autoclosure () -> String) throws {
        guard isKept else { throw BrokenPromise(promise()) }
    }
}
