import { Body, Button, Container, Head, Hr, Html, Link, render, Text } from "react-email";
import { type CSSProperties, Fragment } from "react";
import type { Words } from "#app/words/say.ts";
import type { MailText } from "./mail-text.server.ts";

/** The colours of the pages; mail programs know no variables, so the dark ones stand in a style sheet of their own. */
const DARK = `@media (prefers-color-scheme: dark) {
  .paper { background-color: #14181b !important; } .ink { color: #ece9e2 !important; } .quiet { color: #a3adb5 !important; }
  .rule { border-color: #343b41 !important; } .link { color: #6cc3a8 !important; } .button { background-color: #6cc3a8 !important; color: #14181b !important; }
}`;
const SANS = "'Source Sans 3', 'Source Sans Pro', Arial, sans-serif";
const SERIF = "'Source Serif 4', 'Source Serif Pro', Georgia, serif";
const text: CSSProperties = { fontFamily: SANS, fontSize: "17px", lineHeight: "26px", color: "#1b2025", margin: "0 0 16px" };
const quiet: CSSProperties = { ...text, fontSize: "14px", lineHeight: "20px", color: "#59626b", margin: "0 0 8px" };
/** A whole address has no place to break at by itself. */
const whole: CSSProperties = { color: "#0b5d4b", textDecoration: "underline", wordBreak: "break-all" };

function Layout({ mail, language, say }: { mail: MailText } & Words) {
  const { subject, paragraphs, action, moreActions = [], note, noteLink } = mail;
  return (
    <Html lang={language}>
      <Head>
        <title>{subject}</title>
        <meta name="color-scheme" content="light dark" />
        <style>{DARK}</style>
      </Head>
      <Body className="paper" style={{ backgroundColor: "#fbfaf7", margin: 0, padding: "32px 20px" }}>
        <Container style={{ maxWidth: "560px", margin: "0 auto" }}>
          <Text className="ink" style={{ ...text, fontFamily: SERIF, fontSize: "19px", margin: "0 0 24px" }}>
            Pinhigh
          </Text>
          {paragraphs.map((paragraph) => (
            <Text key={paragraph} className="ink" style={text}>
              {paragraph}
            </Text>
          ))}
          {[...(action ? [action] : []), ...moreActions].map(({ label, link }) => (
            <Fragment key={link}>
              <Button
                className="button"
                href={link}
                style={{
                  ...text,
                  display: "inline-block",
                  backgroundColor: "#0b5d4b",
                  color: "#fbfaf7",
                  fontWeight: 600,
                  borderRadius: "2px",
                  padding: "10px 20px",
                  margin: "8px 0 24px",
                }}
              >
                {label}
              </Button>
              <Text className="quiet" style={quiet}>
                {say("mail:orOpen")}
                <br />
                <Link className="link" href={link} style={whole}>
                  {link}
                </Link>
              </Text>
            </Fragment>
          ))}
          <Hr className="rule" style={{ borderTop: "1px solid #dad7cf", margin: "24px 0 16px" }} />
          <Text className="quiet" style={quiet}>
            {note}
            {noteLink && (
              <>
                {" "}
                <Link className="link" href={noteLink} style={whole}>
                  {noteLink}
                </Link>
              </>
            )}
          </Text>
          <Text className="quiet" style={quiet}>
            {say("mail:sentBy")}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

/** A mail as HTML: one column of text, its link as a button and written out, no images and nothing from elsewhere. */
export function renderMail(mail: MailText, words: Words): Promise<string> {
  return render(<Layout mail={mail} {...words} />);
}

/** The same mail as plain text. */
export function plainMail({ paragraphs, action, moreActions = [], note, noteLink }: MailText, { say }: Words): string {
  const links = [...(action ? [action] : []), ...moreActions].map(({ label, link }) => `${label}:\n${link}`);
  return [...paragraphs, ...links, "-- ", noteLink ? `${note}\n${noteLink}` : note, say("mail:sentBy")].join("\n\n") + "\n";
}
