package io.github.kextmanager.cli.answer;

import io.github.kextmanager.doctor.SearchedPlace;
import io.github.kextmanager.model.TargetMac;
import java.util.List;

/** Where kexts of others were looked for, and how many were there. */
public final class SearchedText {
  private SearchedText() {}

  /** One line for each place. */
  public static List<String> lines(List<SearchedPlace> places) {
    return places.stream()
        .map(
            each ->
                "%s: %s"
                    .formatted(
                        each.place(),
                        each.problem()
                            .orElseGet(() -> each.found() == 0 ? "none" : each.found() + " found")))
        .toList();
  }

  /** The same as the first object of a document. */
  public static void write(List<SearchedPlace> places, TargetMac mac, Console console) {
    console
        .json()
        .text("release", mac.release().toString())
        .text("architecture", mac.architecture().name())
        .objects(
            "searched",
            places,
            (json, each) ->
                json.text("place", each.place())
                    .number("found", each.found())
                    .text("problem", each.problem()))
        .end();
  }
}
