package io.tasker.internal;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.BeanDeserializerBuilder;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.bean.PropertyValueBuffer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * What payloads are beyond the mapper's settings: records with absent components are refused,
 * naming all of them at once, numbers are exact or refused, and sets keep their order.
 */
final class StrictPayloads extends SimpleModule {
  private static final long serialVersionUID = 1L;

  StrictPayloads() {
    super("tasker-strict-payloads");
    addSerializer(Double.class, new FiniteNumber<>(Double.class));
    addSerializer(double.class, new FiniteNumber<>(Double.class));
    addSerializer(Float.class, new FiniteNumber<>(Float.class));
    addSerializer(float.class, new FiniteNumber<>(Float.class));
    StrictNumber.addTo(this);
    addSerializer(DeclaredValue.class, new DeclaredValue.Serializer());
    addAbstractTypeMapping(Set.class, LinkedHashSet.class);
    setDeserializerModifier(new RecordsAreComplete());
  }

  private static final class FiniteNumber<T extends Number> extends StdSerializer<T> {
    FiniteNumber(Class<T> type) {
      super(type);
    }

    @Override
    public void serialize(T value, JsonGenerator generator, SerializationContext context) {
      if (!Double.isFinite(value.doubleValue())) {
        throw new RefusedPayloadException(
            generator, "a number that is infinite or none has no form as JSON");
      }
      if (value instanceof Float) {
        // By its own digits, or it would be another number once it is read as a double.
        generator.writeNumber(new BigDecimal(value.toString()));
      } else {
        generator.writeNumber(value.doubleValue());
      }
    }
  }

  private static final class RecordsAreComplete extends ValueDeserializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public BeanDeserializerBuilder updateBuilder(
        DeserializationConfig config,
        BeanDescription.Supplier description,
        BeanDeserializerBuilder builder) {
      Class<?> type = description.getBeanClass();
      ValueInstantiator instantiator = builder.getValueInstantiator();
      SettableBeanProperty[] arguments = instantiator.getFromObjectArguments(config);
      if (type.isRecord()
          && arguments != null
          && arguments.length == type.getRecordComponents().length) {
        builder.setValueInstantiator(new CompleteRecord(instantiator, type));
      }
      return builder;
    }
  }

  private static final class CompleteRecord extends ValueInstantiator.Delegating {
    private static final long serialVersionUID = 1L;

    private final boolean[] required;

    CompleteRecord(ValueInstantiator delegate, Class<?> type) {
      super(delegate);
      RecordComponent[] components = type.getRecordComponents();
      this.required = new boolean[components.length];
      for (int i = 0; i < components.length; i++) {
        required[i] = !isNullable(components[i]);
      }
    }

    @Override
    public Object createFromObjectWith(
        DeserializationContext context,
        SettableBeanProperty[] properties,
        PropertyValueBuffer buffer)
        throws JacksonException {
      List<String> missing = new ArrayList<>();
      for (SettableBeanProperty property : properties) {
        if (required[property.getCreatorIndex()] && isAbsent(context, property, buffer)) {
          missing.add(property.getName());
        }
      }
      if (!missing.isEmpty()) {
        throw new RefusedPayloadException(
            context.getParser(),
            "%s lacks %s".formatted(getValueClass().getSimpleName(), String.join(", ", missing)));
      }
      return super.createFromObjectWith(context, properties, buffer);
    }

    private static boolean isAbsent(
        DeserializationContext context, SettableBeanProperty property, PropertyValueBuffer buffer) {
      return buffer.hasParameter(property)
          ? buffer.getParameter(context, property) == null
          : !EmptyValues.isKnownTo(property.getType().getRawClass());
    }

    private static boolean isNullable(RecordComponent component) {
      return hasNullable(component.getAnnotatedType()) || hasNullable(component);
    }

    // By name, because payloads use the annotation of many libraries.
    private static boolean hasNullable(AnnotatedElement element) {
      return Arrays.stream(element.getAnnotations())
          .anyMatch(annotation -> annotation.annotationType().getSimpleName().equals("Nullable"));
    }
  }
}
