import org.jspecify.annotations.NullMarked;

/** kextm, the command for scripting installs. */
@NullMarked
module io.github.kextmanager.cli {
  requires info.picocli;
  requires io.github.kextmanager.core;
  requires io.github.kextmanager.testing;
  requires static org.jspecify;
}
