import Analyses
public import Ports

extension CategoryModels {
    /// The model is a fact of the embedded store.
    public static func embedded(_ store: EmbeddedStore) -> CategoryModels {
        CategoryModels(
            current: { () throws(PortError) in try await store.published(publication, as: CategoryModel.self) },
            publish: { model throws(PortError) in try await store.publish(model, as: publication) })
    }

    private static let publication = "categories.current"
}
