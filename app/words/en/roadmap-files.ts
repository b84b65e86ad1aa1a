/** The files that a roadmap or a plan can be taken as, and how they get into other programs. */
export default {
  heading: "Take it as a file",
  text: "Each file holds what is known at this moment, in your language. That you took it is written down in the audit trail.",
  xlsx: "Workbook for Excel (.xlsx)",
  xlsxText: "For meetings and sums: a sheet each for the initiatives, their checklists and what they promise. Days are days and figures are figures.",
  csv: "Table (.csv)",
  csvText: "For other programs: one row for each initiative, with everything that is known about it.",
  md: "Document (.md)",
  mdText: "For a wiki or a handout: everything as text with headings, in Markdown.",
  ics: "Calendar (.ics)",
  icsText:
    "For Outlook, Google Calendar or Apple Calendar: an all-day event on the due day of each initiative, or on the last day of its last quarter where it has none. What has ended is left out.",
  jira: "Work items for Jira (.csv)",
  jiraText: "For a Jira project: what is still to be done as epics, and the steps of its checklist as tasks under them.",
  azure: "Work items for Azure DevOps (.csv)",
  azureText: "For Azure Boards: what is still to be done as epics, and the steps that are left as tasks under them.",

  jiraHow: "How to import it into Jira",
  jiraHow1: "Let an administrator of Jira open the external system import and choose CSV. The import that everybody has cannot put tasks under epics.",
  jiraHow2: "Choose the encoding UTF-8 and the date format yyyy-MM-dd.",
  jiraHow3: "Give each column the field of its name, and each value of Issue Type and Status what your project calls it.",
  jiraHow4: "The original estimate is in seconds, as Jira wants it: a person-week is five days of eight hours, 144,000 seconds.",
  azureHow: "How to import it into Azure DevOps",
  azureHow1: "Open Boards and Queries, and choose to import work items. Azure takes up to 1,000 rows at once; divide a longer file before an epic.",
  azureHow2: "Look through the preview, mend what it marks, and save. Everything arrives as new: Azure lets no import say otherwise.",
  azureHow3: "Effort is in person-weeks. Epic and Task are types that each process of Azure has.",
  addresses: "Owners stand in it by their email address. Delete that column if they go by another one there.",
  noAddresses: "Owners are not in it: they would go by their email addresses, which your role does not show you.",

  planText:
    "The plan with its quarters, what it takes and what it promises, before anything of it has begun. That you took it is written down in the audit trail.",
} as const;
