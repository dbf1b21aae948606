package org.hutong.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.hutong.kernel.RegionCode;
import org.junit.jupiter.api.Test;

class RegionSheetTest {
    private static final String TREE = """
            代码\t名称\tEnglish
            320000000000\t江苏省\tJiangsu Province
            320600000000\t南通市
            320613000000\t崇川区
            320613002000\t和平桥街道
            320613002002\t二社区
            320613002001\t一社区
            320613002001001\t一社区第1网格
            """;

    private static RegionSheet read(String text) {
        return RegionSheet.read(text, code -> false, code -> true);
    }

    private static List<String> faults(String text) {
        return read(text).faults().stream().map(fault -> fault.line() + " " + fault.code() + " " + fault.what()).toList();
    }

    @Test
    void levelAndTheRegionAboveFollowFromTheCode() {
        RegionSheet sheet = read(TREE);
        assertThat(sheet.faults()).isEmpty();
        assertThat(sheet.regions()).extracting(region -> region.level() + " " + region.name().zh() + " " + (region.parent() == null ? "-" : region.parent()))
                .containsExactly("1 江苏省 -", "2 南通市 320000000000", "3 崇川区 320600000000", "4 和平桥街道 320613000000", "5 一社区 320613002000",
                        "6 一社区第1网格 320613002001", "5 二社区 320613002000");
        assertThat(sheet.regions().getFirst().name().en()).isEqualTo("Jiangsu Province");
        assertThat(sheet.regions().get(1).name().en()).isEqualTo("南通市");
        assertThat(sheet.levels()).containsEntry(5, 2L).containsEntry(6, 1L);
    }

    @Test
    void theAdministratorMayBePlacedDownToWhereTheRegionsPart() {
        assertThat(read(TREE).trunk()).extracting(region -> region.name().zh()).containsExactly("江苏省", "南通市", "崇川区", "和平桥街道");
        assertThat(read("320000000000,江苏省\n330000000000,浙江省").trunk()).isEmpty();
    }

    @Test
    void takesACodeAndANameApartByBlanksAsCopiedFromAPage() {
        assertThat(read("320000000000 江苏省\n  3206　南通市 \n320613000000   Chongchuan District").regions()).extracting(region -> region.name().zh())
                .containsExactly("江苏省", "南通市", "Chongchuan District");
        assertThat(faults("320000000000 江苏省\n江苏省 3206")).containsExactly("2 region-code 江苏省 3206");
    }

    @Test
    void takesCommasQuotesAndWhatStatisticsPublishBesides() {
        assertThat(read("code,name,level,parent\r\n320000000000,\"江苏省\",province,\r\n3206,南通市,city,320000000000\r\n").regions())
                .extracting(region -> region.name().zh() + " " + region.name().en()).containsExactly("江苏省 江苏省", "南通市 南通市");
    }

    @Test
    void aCityWithoutDistrictsHasItsStreetsRightBelow() {
        assertThat(read("440000000000,广东省\n441900000000,东莞市\n441900003000,东城街道").regions().get(2).parent()).hasToString("441900000000");
    }

    @Test
    void eachWrongLineIsNamedAndNothingIsTaken() {
        String wrong = "320000000000,江苏省\n32O600000000,南通市\n320613000000,\n320613002000,和平桥街道\n320000000000,江西省\n";
        assertThat(faults(wrong)).containsExactly("2 region-code 32O600000000", "3 region-name 320613000000", "5 region-twice 320000000000",
                "4 region-above 320613000000");
        assertThat(read(wrong).regions()).isEmpty();
        assertThat(faults("名称,代码\n江苏省,320000000000")).containsExactly("2 region-code 江苏省");
    }

    @Test
    void aListMayBeginAnywhereAndHangsUnderWhatIsThere() {
        RegionCode street = RegionCode.of("320613002000");
        assertThat(read("320613002001,一社区").regions().getFirst().parent()).isNull();
        assertThat(RegionSheet.read("320613002001,一社区", street::equals, code -> true).regions().getFirst().parent()).isEqualTo(street);
        assertThat(RegionSheet.read("320613002001001,网格", street::equals, code -> true).faults()).hasSize(1);
        assertThat(RegionSheet.read("320613003001,别处", street::equals, street::contains).faults().getFirst().code()).isEqualTo("region-outside");
    }
}
