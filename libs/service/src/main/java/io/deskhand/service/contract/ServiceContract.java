package io.deskhand.service.contract;

import io.deskhand.service.problem.ProblemAnswer;
import io.deskhand.service.problem.ProblemCode;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Completes the document that springdoc makes of the controllers: problems as answers, sign-in, what goes through Ably. */
final class ServiceContract implements OpenApiCustomizer {

    private static final String SCHEMAS = "#/components/schemas/";

    private final Contract contract;

    ServiceContract(Contract contract) {
        this.contract = contract;
    }

    @Override
    public void customise(OpenAPI document) {
        document.setInfo(new Info()
                .title(contract.title())
                .description(contract.description())
                .version("1"));
        document.setServers(null);
        document.setTags(null);
        Components components = document.getComponents();
        new TreeMap<>(contract.security()).forEach(components::addSecuritySchemes);
        SecurityRequirement signedIn = new SecurityRequirement();
        new TreeMap<>(contract.security()).keySet().forEach(signedIn::addList);
        document.setSecurity(List.of(signedIn));
        String problem = define(ProblemAnswer.class, components);
        Objects.requireNonNull(components.getSchemas().get("ProblemCode")).addExtension("x-status", statuses());
        operations(document).forEach(operation -> {
            operation.setTags(null);
            summarise(operation);
            operation.getResponses().addApiResponse("default", problem(problem));
            optional(operation, components);
        });
        document.addExtension("x-channels", channels(components));
        Paths paths = new Paths();
        new TreeMap<>(document.getPaths()).forEach(paths::addPathItem);
        document.setPaths(paths);
        components.setSchemas(new TreeMap<>(components.getSchemas()));
    }

    private static Map<String, Integer> statuses() {
        Map<String, Integer> statuses = new LinkedHashMap<>();
        for (ProblemCode code : ProblemCode.values()) {
            statuses.put(code.code(), code.status().value());
        }
        return statuses;
    }

    /** The first sentence is the summary; a description says more or is not there. */
    private static void summarise(Operation operation) {
        String summary = operation.getSummary();
        if (summary == null) {
            throw new IllegalStateException("unable to describe " + operation.getOperationId() + "; it has no Javadoc");
        }
        String description = operation.getDescription();
        operation.setDescription(summary.equals(description) ? null : Javadocs.markdown(description));
        operation.setSummary(
                Javadocs.markdown(summary.endsWith(".") ? summary.substring(0, summary.length() - 1) : summary));
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> parameter.getDescription() != null)
                    .forEach(parameter -> parameter.setDescription(Javadocs.markdown(parameter.getDescription())));
        }
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().setDescription(null);
        }
    }

    private static Stream<Operation> operations(OpenAPI document) {
        return document.getPaths().values().stream().flatMap(path -> path.readOperations().stream());
    }

    private static ApiResponse problem(String reference) {
        return new ApiResponse()
                .description("The request was not served.")
                .content(new Content()
                        .addMediaType(
                                "application/problem+json", new MediaType().schema(new Schema<>().$ref(reference))));
    }

    /** What may be null in a request may be left out, too. */
    private static void optional(Operation operation, Components components) {
        if (operation.getRequestBody() == null) {
            return;
        }
        operation.getRequestBody().getContent().values().forEach(content -> {
            String name = content.getSchema().get$ref().substring(SCHEMAS.length());
            Schema<?> body = Objects.requireNonNull(components.getSchemas().get(name));
            List<String> required = body.getProperties().entrySet().stream()
                    .filter(property -> !RecordSchemas.mayBeNull(property.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            body.setRequired(required.isEmpty() ? null : required);
        });
    }

    private Map<String, Object> channels(Components components) {
        Map<String, Object> channels = new LinkedHashMap<>();
        for (Contract.Channel channel : contract.channels()) {
            Map<String, Object> messages = new TreeMap<>();
            channel.messages().forEach((part, type) -> messages.put(part, Map.of("$ref", define(type, components))));
            channels.put(
                    channel.name(), new TreeMap<>(Map.of("description", channel.description(), "messages", messages)));
        }
        return channels;
    }

    /** The reference to the schema of a type, which is added with all that it refers to. */
    private static String define(Class<?> type, Components components) {
        ResolvedSchema resolved =
                ModelConverters.getInstance(true).resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true));
        resolved.referencedSchemas.forEach((name, schema) -> {
            if (!components.getSchemas().containsKey(name)) {
                components.addSchemas(name, schema);
            }
        });
        return resolved.schema.get$ref();
    }
}
