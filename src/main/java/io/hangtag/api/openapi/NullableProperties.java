package io.hangtag.api.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

/**
 * Says of the properties of our records which are always there and which may be {@code null}, while the app is built: what a
 * Java primitive holds is there, and anything else may be unknown unless it is declared as required.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class NullableProperties implements OASFilter {
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class.getName());
    private static final DotName JSON_PROPERTY =
            DotName.createSimple(com.fasterxml.jackson.annotation.JsonProperty.class.getName());

    private final IndexView index;

    /** The constructor that Quarkus calls, with the classes of the app. */
    public NullableProperties(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        index.getKnownClasses().stream()
                .filter(known -> known.isRecord() && known.name().toString().startsWith("io.hangtag."))
                .filter(record -> schemas.containsKey(schemaName(record)))
                .forEach(record -> complete(record, schemas.get(schemaName(record))));
    }

    private static String schemaName(ClassInfo record) {
        return text(record.declaredAnnotation(SCHEMA), "name", record.simpleName());
    }

    private static void complete(ClassInfo record, Schema schema) {
        if (schema.getProperties() == null) {
            return;
        }
        for (FieldInfo field : record.fields()) {
            String name = text(field.annotation(JSON_PROPERTY), "value", field.name());
            Schema property = schema.getProperties().get(name);
            if (property == null) {
                continue;
            }
            boolean required =
                    schema.getRequired() != null && schema.getRequired().contains(name);
            if (field.type().kind() == Type.Kind.PRIMITIVE && !required) {
                schema.addRequired(name);
            } else if (!required) {
                schema.addProperty(name, nullable(property));
            }
        }
    }

    private static Schema nullable(Schema property) {
        Schema nothing = OASFactory.createSchema().addType(Schema.SchemaType.NULL);
        if (property.getRef() != null) {
            return OASFactory.createSchema().anyOf(List.of(property, nothing));
        }
        if (property.getType() != null && !property.getType().contains(Schema.SchemaType.NULL)) {
            property.addType(Schema.SchemaType.NULL);
        }
        return property;
    }

    private static String text(AnnotationInstance annotation, String member, String otherwise) {
        AnnotationValue value = annotation == null ? null : annotation.value(member);
        return value == null || value.asString().isEmpty() ? otherwise : value.asString();
    }
}
