package io.deskhand.service.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.log.EntryData;
import io.deskhand.ticketing.ticket.Status;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordSchemasTest {

    private final ModelConverters converters = new ModelConverters(true);

    RecordSchemasTest() {
        converters.addConverter(new RecordSchemas());
    }

    /** @param note whatever there is to say */
    record Sample(
            AgentId agent, @Nullable String note, @Nullable Status status, List<String> tags, long count) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sparse(@Nullable String note) {}

    record Holder(Sample first, Other.Sample second) {}

    interface Other {
        record Sample() {}
    }

    private Map<String, Schema> schemas(Class<?> type) {
        return converters.resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true)).referencedSchemas;
    }

    private Schema<?> schema(Class<?> type) {
        return schemas(type).get(type.getSimpleName());
    }

    private static Schema<?> property(Schema<?> schema, String name) {
        return schema.getProperties().get(name);
    }

    @Test
    void every_component_of_a_record_is_required_and_a_nullable_one_may_be_null() {
        Schema<?> sample = schema(Sample.class);

        assertThat(sample.getRequired()).containsExactlyInAnyOrder("agent", "note", "status", "tags", "count");
        assertThat(property(sample, "note").getTypes()).containsExactlyInAnyOrder("string", "null");
        assertThat(property(sample, "status").getAnyOf()).hasSize(2);
        assertThat(property(sample, "tags").getTypes()).containsExactly("array");
    }

    @Test
    void what_is_left_out_when_null_is_optional_and_never_null() {
        Schema<?> sparse = schema(Sparse.class);

        assertThat(sparse.getRequired()).isNull();
        assertThat(property(sparse, "note").getTypes()).containsExactly("string");
    }

    @Test
    void an_id_is_a_string_of_its_form() {
        Schema<?> agent = property(schema(Sample.class), "agent");

        assertThat(agent.getTypes()).containsExactly("string");
        assertThat(agent.getPattern()).isEqualTo("^[A-Za-z0-9._-]{1,64}$");
    }

    @Test
    void a_sealed_type_is_a_union_whose_parts_say_which_they_are() {
        Map<String, Schema> schemas = schemas(EntryData.class);

        assertThat(schemas.get("EntryData").getOneOf())
                .hasSameSizeAs(
                        schemas.get("EntryData").getDiscriminator().getMapping().keySet());
        Schema<?> claimed = schemas.get("Claimed");
        assertThat(property(claimed, "type").getConst()).isEqualTo("CLAIMED");
        assertThat(claimed.getRequired()).contains("type");
    }

    @Test
    void two_types_of_one_name_are_refused() {
        assertThatThrownBy(() -> schemas(Holder.class)).hasMessageContaining("same schema name");
    }
}
