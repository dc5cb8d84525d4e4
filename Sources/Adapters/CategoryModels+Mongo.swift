internal import Analyses
internal import Finance
public import Mongo
public import Ports

extension CategoryModels {
    /// The model is one document of `sidecar_category_models`, well below a megabyte.
    public static func mongo(_ client: MongoClient) -> CategoryModels {
        CategoryModels(
            current: { () async throws(PortError) in
                let stored = try await PortError.translating { () async throws(MongoError) in
                    try await client.findOne(MongoQuery(publication), in: OwnCollection.categoryModels.name)
                }
                guard let stored else { return nil }
                return try CodedText.read(stored["model"]?.string ?? "", as: CategoryModel.self)
            },
            publish: { model async throws(PortError) in
                let text = try CodedText.write(model)
                try await client.put(
                    publication,
                    ["$set": ["trainedOn": .string(model.card.trainedOn.description), "model": .string(text)]],
                    in: .categoryModels)
            })
    }

    private static var publication: BSONDocument { ["_id": "current"] }
}
