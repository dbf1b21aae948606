package org.hutong.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class StatedValuesTest {

    @Test
    void what_was_said_is_read_again() {
        ObjectNode said = JsonNodeFactory.instance.objectNode();
        said.put("1", "沈阿婆").put("16383", "").put("2", new byte[] {1, 0, -1}).put("3", true).put("4", 605).put("5", "长".repeat(100_000));
        said.putArray("6").add("a").add("b");
        said.putObject("7").put("lon", 120.5).put("lat", 32.25);
        said.put("8", new byte[255]).put("9", new byte[254]);
        assertThat(StatedValues.decode(StatedValues.encode(said)).toString()).isEqualTo(said.toString());
        assertThat(StatedValues.decode(StatedValues.encode(said)).get("2").isBinary()).isTrue();
    }

    @Test
    void a_retraction_names_numbers() {
        ObjectNode said = JsonNodeFactory.instance.objectNode();
        said.putArray("retracted").add(7).add(40_000);
        assertThat(StatedValues.decode(StatedValues.encode(said))).isEqualTo(said);
    }

    @Test
    void rows_written_by_this_version_stay_readable() {
        byte[] row = HexFormat.of().parseHex("01" + "4007" + "03" + "e7bea4" + "0009" + "02" + "0102" + "8080" + "04" + "74727565");
        ObjectNode said = JsonNodeFactory.instance.objectNode();
        said.put("7", "群").put("9", new byte[] {1, 2}).put("128", true);
        assertThat(StatedValues.encode(said)).isEqualTo(row);
        assertThat(StatedValues.decode(row).toString()).isEqualTo(said.toString());
    }

    @Test
    void what_is_no_such_column_is_refused() {
        assertThatThrownBy(() -> StatedValues.decode(new byte[] {9})).isInstanceOf(IllegalStateException.class);
        ObjectNode said = JsonNodeFactory.instance.objectNode().put("16384", "x");
        assertThatThrownBy(() -> StatedValues.encode(said)).isInstanceOf(IllegalArgumentException.class);
    }
}
