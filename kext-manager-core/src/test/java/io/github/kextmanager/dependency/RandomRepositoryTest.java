package io.github.kextmanager.dependency;

import static io.github.kextmanager.dependency.KextFixture.kext;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RandomRepositoryTest {
  private static final int CHAIN = 10_000;

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void puts_every_library_before_whatever_needs_it(int seed) {
    KextRepository repository = KextRepository.of(random(seed), Repositories.CATALINA);

    for (Resolution resolution : repository.resolveAll()) {
      if (resolution instanceof Resolved resolved) {
        Set<RepositoryKext> loaded = new HashSet<>();
        for (RepositoryKext kext : resolved.loadOrder()) {
          assertThat(loaded).containsAll(Repositories.resolved(repository, kext).libraries());
          assertThat(loaded.add(kext)).isTrue();
        }
        assertThat(loaded).contains(resolved.kext());
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void says_what_is_wrong_with_every_kext_that_it_does_not_resolve(int seed) {
    KextRepository.of(random(seed), Repositories.CATALINA).resolveAll().stream()
        .filter(Unresolved.class::isInstance)
        .forEach(unresolved -> assertThat(((Unresolved) unresolved).problems()).isNotEmpty());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void does_not_depend_on_the_order_of_kexts_of_different_versions(int seed) {
    List<KextFixture> kexts = random(seed);
    List<KextFixture> shuffled = new ArrayList<>(kexts);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(answers(shuffled)).isEqualTo(answers(kexts));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void unloads_every_kext_before_whatever_it_needs(int seed) {
    List<KextFixture> kexts = random(seed);
    KextRepository repository = KextRepository.of(kexts, Repositories.CATALINA);
    List<RepositoryKext> order = repository.unloadOrder(kexts);

    assertThat(order).containsExactlyInAnyOrderElementsOf(kexts);
    for (Resolution resolution : repository.resolveAll()) {
      if (resolution instanceof Resolved resolved) {
        assertThat(resolved.libraries())
            .allMatch(library -> order.indexOf(resolved.kext()) < order.indexOf(library));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void follows_every_edge_once_to_resolve_all(int seed) {
    List<KextFixture> kexts = random(seed);
    var index = new KextIndex(List.copyOf(kexts));
    var graph =
        new LibraryGraph(
            List.copyOf(kexts),
            new LibraryChooser(
                index,
                LoadedKexts.unknown(Repositories.CATALINA.versions()),
                Repositories.CATALINA.release()),
            new KernelLink(index, Repositories.CATALINA.architecture()));
    var search = new GraphSearch(graph, index);
    kexts.forEach(search::verdict);
    kexts.forEach(search::verdict);

    assertThat(search.edgesFollowed())
        .isEqualTo(kexts.stream().mapToLong(kext -> graph.successors(kext).size()).sum());
  }

  @Test
  void resolves_a_chain_as_deep_as_there_are_kexts() {
    KextRepository repository = KextRepository.of(chain("kext0"), Repositories.CATALINA);
    RepositoryKext deepest = repository.kexts().get(CHAIN - 1);

    assertThat(repository.resolveAll()).allMatch(Resolved.class::isInstance);
    assertThat(Repositories.resolved(repository, deepest).loadOrder())
        .isEqualTo(repository.kexts());
    assertThat(repository.unloadOrder(List.of(repository.kexts().get(0)))).hasSize(CHAIN);
  }

  @Test
  void shows_a_ring_as_long_as_there_are_kexts() {
    List<KextFixture> kexts = chain("kext" + (CHAIN - 1));
    KextRepository repository = KextRepository.of(kexts, Repositories.CATALINA);

    assertThat(repository.cycles())
        .singleElement()
        .extracting(ring -> ring.ring().size())
        .isEqualTo(CHAIN);
  }

  private static List<KextFixture> chain(String firstNeeds) {
    List<KextFixture> kexts = new ArrayList<>();
    for (int i = 0; i < CHAIN; i++) {
      KextFixture kext = kext("kext" + i);
      if (i > 0) {
        kext.needs("kext" + (i - 1));
      } else if (!firstNeeds.equals("kext0")) {
        kext.needs(firstNeeds);
      }
      kexts.add(kext);
    }
    return kexts;
  }

  static IntStream seeds() {
    return IntStream.range(0, 50);
  }

  /** Up to two versions of each kext; some need what is missing, some each other. */
  private static List<KextFixture> random(int seed) {
    Random random = new Random(seed);
    int count = 2 + random.nextInt(40);
    List<KextFixture> kexts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int copies = random.nextInt(8) == 0 ? 2 : 1;
      for (int version = 1; version <= copies; version++) {
        KextFixture kext =
            kext("kext%d@%d".formatted(i, version)).version(version + ".0", version + ".0");
        for (int needs = random.nextInt(4); needs > 0 && i > 0; needs--) {
          int other = random.nextInt(20) == 0 ? random.nextInt(count) : random.nextInt(i);
          if (kext.libraries().stream()
              .noneMatch(request -> request.identifier().value().equals("kext" + other))) {
            kext.needsVersion("kext" + other, random.nextInt(12) == 0 ? "2.0" : "1.0");
          }
        }
        kexts.add(kext);
      }
    }
    return kexts;
  }

  /** What is said of each kext, by its name. */
  private static Map<String, Object> answers(List<KextFixture> kexts) {
    KextRepository repository = KextRepository.of(kexts, Repositories.CATALINA);
    return kexts.stream()
        .collect(
            toMap(
                KextFixture::toString,
                kext ->
                    repository.resolve(kext) instanceof Resolved resolved
                        ? resolved.loadOrder()
                        : "unresolved"));
  }
}
