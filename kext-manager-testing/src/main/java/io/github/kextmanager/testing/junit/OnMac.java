package io.github.kextmanager.testing.junit;

import io.github.kextmanager.testing.Caller;
import io.github.kextmanager.testing.Chip;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test a simulated Mac of its own, as a parameter: a {@link
 * io.github.kextmanager.testing.SimulatedMac}, a {@link io.github.kextmanager.KextManager} that
 * manages it, or both.
 *
 * <pre>{@code
 * @OnMac(release = "10.15.7", kexts = @InstalledKext("com.example.Widget"))
 * class WidgetTest {
 *   @Test
 *   void waits_for_approval(KextManager manager, SimulatedMac mac) {
 *     manager.load(BundleIdentifier.of("com.example.Widget"));
 *     ...
 *   }
 *
 *   @Test
 *   @OnMac(release = "14", chip = Chip.APPLE_SILICON)
 *   void waits_on_a_new_mac_too(KextManager manager) {
 *     ...
 *   }
 * }
 * }</pre>
 *
 * <p>It can stand on a class, a nested class and a method, or on an annotation of your own. Further
 * in overrides further out, element by element; kexts, faults and preparations of all of them come
 * together, the outermost first. An element that can be given once is an array only so that it can
 * be left out.
 *
 * <p>The Mac is made when a test, or a method that runs before or after each, first asks for it, is
 * the same for all of them, and is closed after the test. If the test fails, {@link
 * io.github.kextmanager.testing.SimulatedMac#transcript()} is attached to its exception, as a
 * suppressed one. Tests may run in parallel.
 *
 * @since 0.1.0
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(SimulatedMacExtension.class)
public @interface OnMac {

  /**
   * The release of macOS, such as {@code 10.15.7} or {@code 14}.
   *
   * @return the release, which must be given somewhere
   */
  String release() default "";

  /**
   * The processor; the usual one of the release if nothing is said.
   *
   * @return at most one
   */
  Chip[] chip() default {};

  /**
   * As whom commands run; as root if nothing is said.
   *
   * @return at most one
   */
  Caller[] caller() default {};

  /**
   * What is otherwise than Apple delivers it.
   *
   * @return all of it: what stands further out does not count any more
   */
  Policy[] policy() default {};

  /**
   * What lies on the disk.
   *
   * @return the kexts
   */
  InstalledKext[] kexts() default {};

  /**
   * What goes wrong, as {@link io.github.kextmanager.testing.Faults#plan(String)} reads it.
   *
   * @return the faults, such as {@code kextload#2 killed 9}, in the order in which they are planned
   */
  String[] faults() default {};

  /**
   * What else there is to prepare. Each class needs a constructor without parameters.
   *
   * @return the preparations
   */
  Class<? extends MacPreparation>[] prepared() default {};
}
