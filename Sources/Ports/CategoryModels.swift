public import Analyses

/// The model that suggests categories, made at night from everyone's links. Nothing in it is about one person.
public struct CategoryModels: Sendable {
    /// The model in use; nil before the first good one.
    public var current: @Sendable () async throws(PortError) -> CategoryModel?
    /// Puts another in its place.
    public var publish: @Sendable (CategoryModel) async throws(PortError) -> Void

    /// A port of these closures.
    public init(
        current: @escaping @Sendable () async throws(PortError) -> CategoryModel?,
        publish: @escaping @Sendable (CategoryModel) async throws(PortError) -> Void
    ) {
        self.current = current
        self.publish = publish
    }

    /// There is no model.
    public static let none = CategoryModels(
        current: { () async throws(PortError) in nil }, publish: { _ async throws(PortError) in })
}
