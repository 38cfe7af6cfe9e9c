package io.github.kextmanager.testing.store;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/**
 * The shapes of types: a record is an object with a member for each component, in their order.
 * Whatever such a component may be stands here; anything else is a mistake of the program.
 *
 * <p>Not safe for use by multiple threads.
 */
final class Shapes {
  private final Map<Type, Shape> known = new HashMap<>();

  Shapes() {
    known.put(String.class, ScalarShape.text(text -> text));
    known.put(Path.class, ScalarShape.text(Path::of));
    known.put(UUID.class, ScalarShape.text(UUID::fromString));
    known.put(Instant.class, ScalarShape.text(TimeText::instant));
    known.put(Duration.class, ScalarShape.text(TimeText::duration));
    known.put(int.class, ScalarShape.bare(Integer::valueOf));
    known.put(Integer.class, ScalarShape.bare(Integer::valueOf));
    known.put(long.class, ScalarShape.bare(Long::valueOf));
    known.put(Long.class, ScalarShape.bare(Long::valueOf));
    known.put(boolean.class, ScalarShape.truth());
    known.put(Boolean.class, ScalarShape.truth());
    known.put(OptionalInt.class, OptionalShape.ofInt());
    known.put(OptionalLong.class, OptionalShape.ofLong());
  }

  Shape of(Type type) {
    Shape shape = known.get(type);
    if (shape == null) {
      shape = make(type);
      known.put(type, shape);
    }
    return shape;
  }

  private Shape make(Type type) {
    if (type instanceof ParameterizedType generic) {
      return generic(generic);
    }
    if (type instanceof Class<?> plain) {
      if (plain.isRecord()) {
        return new RecordShape(plain, this);
      }
      if (plain.isEnum()) {
        return ScalarShape.constant(plain);
      }
      if (plain.isSealed()) {
        return new SealedShape(plain, this);
      }
    }
    throw new IllegalArgumentException("Values of " + type + " cannot be kept in a file.");
  }

  private Shape generic(ParameterizedType type) {
    Type[] parts = type.getActualTypeArguments();
    if (type.getRawType() == List.class) {
      return CollectionShape.list(of(parts[0]));
    }
    if (type.getRawType() == Set.class) {
      return CollectionShape.set(of(parts[0]));
    }
    if (type.getRawType() == Optional.class) {
      return OptionalShape.of(of(parts[0]));
    }
    if (type.getRawType() == Map.class && parts[0] == String.class) {
      return new MapShape(of(parts[1]));
    }
    throw new IllegalArgumentException("Values of " + type + " cannot be kept in a file.");
  }
}
