import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";

/** Ways to take a picture and its data away. */
export function Downloads({
  name,
  svg,
  table,
}: {
  readonly name: string;
  readonly svg?: string;
  readonly table?: string;
}) {
  const { t, i18n } = useTranslation();
  return (
    <div className="downloads" lang={i18n.language}>
      {table !== undefined && (
        <Button onPress={() => save(`${name}.csv`, new Blob([table], { type: "text/csv" }))}>
          {t("download.csv")}
        </Button>
      )}
      {svg !== undefined && (
        <>
          <Button onPress={() => save(`${name}.svg`, new Blob([svg], { type: "image/svg+xml" }))}>
            {t("download.svg")}
          </Button>
          <Button onPress={() => void asPng(svg).then((png) => save(`${name}.png`, png))}>
            {t("download.png")}
          </Button>
        </>
      )}
    </div>
  );
}

export function save(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

export async function asPng(svg: string): Promise<Blob> {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width * 2;
  canvas.height = image.height * 2;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error("no picture")) : resolve(blob)), "image/png");
  });
}
