package org.hutong.sheet.web;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.hutong.problem.Problem;
import org.hutong.sheet.SheetAnswer;
import org.hutong.sheet.SheetFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Tables as answers: saved by the browser, kept by nothing on the way. */
public final class SheetResponses {
    private SheetResponses() {
    }

    /** @param extension as in the address: xlsx or csv */
    public static SheetFormat format(String extension) {
        return SheetFormat.find(extension).orElseThrow(() -> Problem.INVALID_REQUEST.refused().about(1).at("format", "not-in-list", "xlsx, csv"));
    }

    /** @param answer empty for what is not there for this caller */
    public static ResponseEntity<byte[]> of(Optional<SheetAnswer> answer) {
        return switch (answer.orElseThrow(Problem.NOT_FOUND::refused)) {
            case SheetAnswer.File(String name, SheetFormat format, byte[] bytes) -> ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(format.mediaType()))
                    .header(HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment().filename(name + "." + format.extension(), StandardCharsets.UTF_8).build().toString())
                    .cacheControl(CacheControl.noStore()).body(bytes);
            case SheetAnswer.NotYours() -> throw Problem.NOT_YOURS.refused();
            case SheetAnswer.TooLong(int most) -> throw Problem.SHEET_TOO_LONG.refused().about(most);
        };
    }
}
